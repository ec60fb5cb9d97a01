package org.entente.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.entente.ShippedCollection;
import org.entente.sheet.Account;
import org.entente.sheet.SheetColumn;
import org.entente.sheet.SheetTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people code d035: the second names everything otherwise and sees some things differently. */
class CodingsTest {
    private static final Path SOURCES = ShippedCollection.FILES.data().resolve("sources");

    @TempDir
    private Path folder;

    private Path a;
    private Path b;
    private String text;

    @BeforeEach
    void two_folders() throws IOException {
        a = Files.createDirectories(folder.resolve("a"));
        b = Files.createDirectories(folder.resolve("b"));
        text = Files.readString(SOURCES.resolve("d035.ttl"));
        Files.writeString(a.resolve("d035.ttl"), text);
    }

    /** What the second coder writes, under names of his own. */
    private void second(String coded) throws IOException {
        Files.writeString(b.resolve("d035.ttl"), coded.replaceAll("doc:d035-([rp])(\\d+)", "doc:d035-x$1$2"));
    }

    private Codings compared() {
        return Codings.compare(ShippedCollection.FILES, a, b);
    }

    @Test
    void the_same_under_other_names_is_full_agreement() throws IOException {
        second(text);
        Codings codings = compared();
        assertThat(codings.reports().f1()).isEqualTo(1);
        assertThat(codings.participations().f1()).isEqualTo(1);
        assertThat(codings.differences()).isEmpty();
        assertThat(codings.attributes())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.same()).as(one.column()).isEqualTo(1));
    }

    @Test
    void another_role_and_a_missing_participant_are_counted_and_listed() throws IOException {
        int last = text.lastIndexOf("doc:d035-p");
        second(text.replaceFirst("ent:role ent:guest", "ent:role ent:chair").substring(0, last));
        Codings codings = compared();
        int all = codings.participations().a();
        assertThat(codings.participations()).isEqualTo(new Overlap(all, all - 1, all - 1));
        assertThat(codings.participations().f1()).isEqualTo(2.0 * (all - 1) / (2 * all - 1), within(1e-9));
        AttributeAgreement role = codings.attributes().stream()
                .filter(one -> one.column().equals("role"))
                .findFirst()
                .orElseThrow();
        assertThat(role.units()).isEqualTo(all - 1);
        assertThat(role.same()).isEqualTo((all - 2.0) / (all - 1), within(1e-9));
        assertThat(role.alpha().orElseThrow()).isBetween(0.0, 1.0);
        assertThat(codings.differences())
                .anySatisfy(one -> assertThat(one)
                        .isEqualTo(new Difference("d035", "p1", "xp1", "Bejbut Atamkulow", "role", "guest", "chair")))
                .anySatisfy(one -> {
                    assertThat(one.b()).isEmpty();
                    assertThat(one.valueA()).contains("role: ");
                })
                .hasSize(2);
    }

    @Test
    void alpha_is_that_of_krippendorffs_example_of_two_observers() {
        // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section B: twelve articles, five categories.
        String[] ben = "a a b b d c c c e d d a".split(" ");
        String[] gerry = "b a b b b c c c e d d d".split(" ");
        List<Pairing.Pair> pairs = IntStream.range(0, ben.length)
                .mapToObj(i -> new Pairing.Pair(Optional.of(said(ben[i])), Optional.of(said(gerry[i])), List.of()))
                .toList();
        AttributeAgreement agreement = AttributeAgreement.of(status(), pairs);
        assertThat(agreement.units()).isEqualTo(12);
        assertThat(agreement.same()).isEqualTo(0.75);
        assertThat(agreement.alpha().orElseThrow()).isEqualTo(0.692, within(0.0005));
    }

    @Test
    void alpha_is_not_given_where_all_say_the_same_and_nobody_counts_who_says_nothing() {
        List<Pairing.Pair> pairs = List.of(
                new Pairing.Pair(Optional.of(said("held")), Optional.of(said("held")), List.of()),
                new Pairing.Pair(Optional.of(said("")), Optional.of(said("")), List.of()));
        AttributeAgreement agreement = AttributeAgreement.of(status(), pairs);
        assertThat(agreement.units()).isEqualTo(1);
        assertThat(agreement.alpha()).isEmpty();
    }

    private static CodedItem said(String status) {
        return new CodedItem(
                NodeFactory.createURI("urn:x:" + status),
                status.isEmpty() ? Map.of() : Map.of("status", List.of(NodeFactory.createURI("urn:status:" + status))),
                List.of());
    }

    private static SheetColumn status() {
        return SheetColumn.all(Set.of()).stream()
                .filter(column -> column.name().equals("status"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_decided_for_the_second_stands_in_the_agreed_source_and_all_else_as_the_first_has_it()
            throws IOException {
        String other = text.replaceFirst("ent:role ent:guest", "ent:role ent:chair")
                .replaceFirst("\"2019-08-19\"", "\"2019-08-20\"")
                .replaceFirst("(?s)doc:d035-p2 .*?\\.\n\n", "");
        second(other + """

                doc:d035-r90 a ent:Report ; ent:statedIn doc:d035 ; ent:reports event:another ;
                  ent:modality ent:asFact ; ent:reportedStatus ent:held ; ent:locator "P9" .
                doc:d035-p90 a ent:Participation ; ent:inReport doc:d035-r90 ; ent:participant person:albert-rau ;
                  ent:role ent:guest ; ent:attendance ent:attended .
                """);
        Codings codings = compared();
        List<Difference> differences = codings.differences();
        assertThat(differences).hasSize(4);

        String none =
                codings.agreed(ShippedCollection.FILES, Set.of()).getFirst().text();
        assertThat(none).isEqualTo(text);

        Path agreed = Files.createDirectories(folder.resolve("agreed"));
        Files.writeString(
                agreed.resolve("d035.ttl"),
                codings.agreed(ShippedCollection.FILES, differences).getFirst().text());
        assertThat(Codings.compare(ShippedCollection.FILES, agreed, b).differences())
                .isEmpty();
        assertThat(new TreeSet<>(Files.readAllLines(agreed.resolve("d035.ttl"))))
                .contains("# --- the visit", "  ent:passageHash \"7f6243d1ac776220\" ;");
    }

    @Test
    void wherever_the_second_is_right_in_any_shipped_source_the_agreed_one_says_what_he_says() throws IOException {
        for (String name : List.of("d001", "d015", "d047", "d104", "s001", "s003")) {
            Path own = Files.createDirectories(folder.resolve(name));
            String original = Files.readString(SOURCES.resolve(name + ".ttl"));
            Path first = Files.writeString(own.resolve("a.ttl"), original);
            Path second = Files.writeString(
                    own.resolve("b.ttl"),
                    original.replace("ent:attended", "ent:expected")
                            .replaceAll("doc:" + name + "-([rp])(\\d+)", "doc:" + name + "-x$1$2"));
            Codings codings = Codings.compare(ShippedCollection.FILES, first, second);
            assertThat(codings.reports().f1()).as(name).isEqualTo(1);
            Path agreed = Files.writeString(
                    own.resolve("agreed.ttl"),
                    codings.agreed(ShippedCollection.FILES, codings.differences())
                            .getFirst()
                            .text());
            assertThat(Codings.compare(ShippedCollection.FILES, agreed, second).differences())
                    .as(name)
                    .isEmpty();
            assertThat(Account.read(ShippedCollection.FILES, agreed).reports()).isNotEmpty();
        }
    }

    @Test
    void what_cannot_be_taken_over_is_named_row_by_row() throws IOException {
        second(text.replaceFirst("ent:role ent:guest", "ent:role ent:chair"));
        List<Difference> differences = compared().differences();
        String csv = DecidedList.csv(differences);
        String row = csv.lines().skip(1).findFirst().orElseThrow();
        String head = csv.lines().findFirst().orElseThrow();
        String wrong = String.join(
                "\r\n",
                head,
                row.replaceFirst(",,,$", ",both,,"),
                row.replace("p1", "p77").replaceFirst(",,,$", ",b,,"),
                row.replace("chair", "host").replaceFirst(",,,$", ",a,,"),
                "");
        assertThatThrownBy(() -> DecidedList.read(SheetTable.read(wrong), differences))
                .isInstanceOf(CodingException.class)
                .hasMessageContaining("Row 2: the choice is 'both'")
                .hasMessageContaining("Row 3: there is no such difference")
                .hasMessageContaining("Row 4: the coders say something else by now");
        assertThatThrownBy(() -> DecidedList.read(SheetTable.read("x,y\r\n1,2\r\n"), differences))
                .hasMessageContaining("no column document");
    }

    @Test
    void without_a_common_document_both_are_told_what_they_have() throws IOException {
        Files.copy(SOURCES.resolve("d036.ttl"), b.resolve("d036.ttl"));
        assertThatThrownBy(this::compared)
                .isInstanceOf(CodingException.class)
                .hasMessageContaining("describes d035")
                .hasMessageContaining("describes d036");
        assertThatThrownBy(() -> Codings.compare(ShippedCollection.FILES, a, folder.resolve("nowhere")))
                .hasMessageContaining("no file or folder");
    }
}
