package org.entente.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.names.NameMatches.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that look alike and are not the same, and names that look different and are: the lists are in {@code /names}. */
class NamePairsTest {
    /** A name that scores less is never a match in reconciliation. */
    private static final double NEAR = 0.75;

    record Pair(NameKind kind, String asked, String known) {
        NameTable table() {
            return NameTable.of(List.of(new NameRow("it", known, "", true)), entity -> kind);
        }

        double score() {
            return table().search(asked, 1, e -> true).stream()
                    .mapToDouble(NameHit::score)
                    .max()
                    .orElse(0);
        }
    }

    static Stream<Pair> apart() throws IOException {
        return pairs("apart");
    }

    static Stream<Pair> same() throws IOException {
        return pairs("same");
    }

    private static Stream<Pair> pairs(String file) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        NameKind kind = NameKind.WHOLE;
        for (String line : Files.readAllLines(Path.of("src/test/resources/names", file + ".txt"))) {
            if (line.startsWith("[")) {
                kind = NameKind.valueOf(line.substring(1, line.length() - 1));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] two = line.split(" \\| ");
                pairs.add(new Pair(kind, two[0].strip(), two[1].strip()));
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("apart")
    void what_looks_alike_is_not_the_same(Pair pair) {
        assertThat(pair.table().match(pair.asked()).rows()).isEmpty();
        assertThat(pair.score()).isLessThan(NEAR);
    }

    @ParameterizedTest
    @MethodSource("same")
    void what_looks_different_is_the_same(Pair pair) {
        assertThat(pair.table().match(pair.asked()).level()).isNotEqualTo(Level.NONE);
        assertThat(pair.score()).isGreaterThanOrEqualTo(NEAR);
    }
}
