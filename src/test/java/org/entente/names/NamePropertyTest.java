package org.entente.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for names in general: scores, order, transliteration, patronymics, slips. */
class NamePropertyTest {
    private static final String[] GIVEN = {"Иван", "Ерлан", "Дмитрий", "Айгүл", "Юлия", "Сергей", "Гульнара", "Пётр"};
    private static final String[] STEMS = {
        "Щегл", "Назарба", "Жумагал", "Абдибек", "Чернышёв", "Хамза", "Цветк", "Ярмагамбет"
    };
    private static final String[] ENDS = {"ов", "ев", "енко", "ский", "ин", "баев"};

    @Provide
    Arbitrary<List<String>> persons() {
        return Arbitraries.integers()
                .between(0, GIVEN.length * STEMS.length * ENDS.length - 1)
                .map(n -> List.of(
                        GIVEN[n % GIVEN.length],
                        STEMS[n / GIVEN.length % STEMS.length] + ENDS[n / GIVEN.length / STEMS.length]));
    }

    private static double score(String asked, String name) {
        List<NameHit> hits =
                NameTable.of(List.of(new NameRow("x", name, "", true))).search(asked, 1, e -> true);
        return hits.isEmpty() ? 0 : hits.getFirst().score();
    }

    @Property(tries = 500)
    void a_score_is_between_nothing_and_one_and_only_the_same_text_has_one(
            @ForAll String asked, @ForAll("persons") List<String> name) {
        String text = String.join(" ", name);
        assertThat(score(asked, text)).isBetween(0.0, 1.0);
        assertThat(score(text, text)).isEqualTo(1);
    }

    @Property(tries = 200)
    void the_order_of_words_hardly_counts(@ForAll("persons") List<String> name) {
        List<String> turned = new ArrayList<>(name);
        Collections.reverse(turned);
        assertThat(score(String.join(" ", turned), String.join(" ", name))).isGreaterThanOrEqualTo(0.95);
        assertThat(score(turned.getFirst() + ", " + turned.getLast(), String.join(" ", name)))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Property(tries = 200)
    void a_patronymic_or_a_title_on_one_side_leaves_a_name_clear(@ForAll("persons") List<String> name) {
        String plain = String.join(" ", name);
        assertThat(score(name.getLast() + " " + name.getFirst() + " Николаевич", plain))
                .isGreaterThanOrEqualTo(NameHit.CLEAR);
        assertThat(score(name.getFirst() + " Александровна " + name.getLast(), plain))
                .isGreaterThanOrEqualTo(NameHit.CLEAR);
        assertThat(score("Prof. Dr. " + plain, plain)).isGreaterThanOrEqualTo(0.97);
    }

    @Property(tries = 200)
    void other_patronymics_are_other_persons(@ForAll("persons") List<String> name) {
        String one = name.getFirst() + " Николаевич " + name.getLast();
        String other = name.getFirst() + " Бахытжанович " + name.getLast();
        assertThat(score(one, other)).isLessThan(score(one, String.join(" ", name)));
    }

    @Property(tries = 300)
    void a_slip_in_a_long_word_is_forgiven_another_word_is_not(
            @ForAll("persons") List<String> name, @ForAll Random random) {
        String surname = name.getLast();
        int at = 1 + random.nextInt(surname.length() - 2);
        String slip = surname.substring(0, at) + surname.substring(at + 1);
        String plain = String.join(" ", name);
        double slipped = score(name.getFirst() + " " + slip, plain);
        double stranger = score(name.getFirst() + " Мустафин", plain);
        assertThat(slipped).isGreaterThan(0.55).isGreaterThan(stranger);
        assertThat(stranger).isLessThan(0.75);
    }

    @Property(tries = 300)
    void a_beginning_is_suggested(@ForAll("persons") List<String> name, @ForAll Random random) {
        String plain = String.join(" ", name);
        NameTable table = NameTable.of(
                List.of(new NameRow("x", plain, "", true), new NameRow("y", "Quentin Unbeteiligt", "", true)));
        String surname = name.getLast();
        String typed = surname.substring(0, 2 + random.nextInt(surname.length() - 2));
        assertThat(table.suggest(typed, 1, e -> true))
                .first()
                .satisfies(hit -> assertThat(hit.name().entity()).isEqualTo("x"));
        assertThat(table.suggest(name.getFirst() + " " + typed, 1, e -> true))
                .first()
                .satisfies(hit -> assertThat(hit.name().entity()).isEqualTo("x"));
    }

    @Property(tries = 500)
    void any_text_can_be_typed(@ForAll String typed) {
        NameTable table =
                NameTable.of(List.of(new NameRow("x", typed, "", true), new NameRow("y", "Albert Rau", "de", true)));
        table.suggest(typed, 5, e -> true).forEach(hit -> assertThat(hit.why()).isNotEmpty());
        table.search(typed, 5, e -> true).forEach(hit -> assertThat(hit.why()).isNotEmpty());
        Abbreviations.of(typed);
        Abbreviations.mayStandFor("abc", typed);
    }
}
