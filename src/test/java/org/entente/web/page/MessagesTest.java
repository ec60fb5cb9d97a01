package org.entente.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.ShippedCollection;
import org.entente.query.CannedQuery;
import org.entente.query.Column;
import org.entente.query.LocalText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The texts of the pages: the same keys in both languages, none that is missing and none that nobody shows. */
class MessagesTest {
    private static final Pattern ASKED =
            Pattern.compile("(?:page\\.say|messages\\.get|text\\.get)\\(\"([a-z][\\w.-]+)\"[,)]");
    private static final Pattern PREFIX = Pattern.compile("\"([\\w.-]+\\.)\"");

    /** Languages of sources come from the data. */
    private static final String OF_DATA = "language.";

    private static final Set<String> PREFIXES = new TreeSet<>();
    private static String code = "";
    private static Set<String> words = Set.of();
    private static Set<String> headings = Set.of();

    @BeforeAll
    static void read() throws IOException {
        code = texts("src/main/java", ".java") + texts("src/main/jte", ".jte");
        String rest = texts("src/main/resources/web/static/js", ".js")
                + texts("src/main/resources/web/entity", ".yaml")
                + texts("ontology", ".ttl")
                + texts("queries", ".rq");
        PREFIX.matcher(code).results().forEach(m -> PREFIXES.add(m.group(1)));
        words = Pattern.compile("[\\w-]+")
                .matcher(code + rest)
                .results()
                // An enum constant NOT_FOUND is the key not_found or not-found.
                .flatMap(m -> Stream.of(m.group(), m.group().replace('_', '-')))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        headings = ShippedCollection.catalog().queries().stream()
                .flatMap(MessagesTest::withoutLabel)
                .collect(Collectors.toSet());
    }

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(Messages.in("de").keys()).isEqualTo(Messages.in("en").keys());
    }

    @Test
    void every_text_that_a_page_shows_exists() {
        List<String> asked =
                ASKED.matcher(code).results().map(m -> m.group(1)).distinct().toList();
        assertThat(asked).hasSizeGreaterThan(300);
        assertThat(Messages.in("en").keys()).containsAll(asked);
    }

    @Test
    void every_column_without_a_heading_of_its_own_has_one_among_the_texts() {
        assertThat(Messages.in("en").keys())
                .containsAll(headings.stream().map(name -> "column." + name).toList());
    }

    @Test
    void every_text_is_shown_somewhere() {
        assertThat(Messages.in("en").keys())
                .allSatisfy(key ->
                        assertThat(isUsed(key)).as("is " + key + " used?").isTrue());
    }

    private static boolean isUsed(String key) {
        if (key.startsWith("column.")) {
            return headings.contains(key.substring("column.".length()));
        }
        return code.contains("\"" + key + "\"")
                || key.startsWith(OF_DATA)
                || PREFIXES.stream().filter(key::startsWith).anyMatch(prefix -> Stream.of(
                                key.substring(prefix.length()).split("[.:]"))
                        .allMatch(part -> words.contains(part.toLowerCase(Locale.ROOT))));
    }

    private static Stream<String> withoutLabel(CannedQuery query) {
        return query.columns().stream()
                .filter(name -> !(name.endsWith("Label")
                        && query.columns().contains(name.substring(0, name.length() - "Label".length()))))
                .filter(name -> query.header()
                        .column(name)
                        .map(Column::label)
                        .orElse(LocalText.NONE)
                        .isEmpty());
    }

    private static String texts(String folder, String ending) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }
}
