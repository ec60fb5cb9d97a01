package org.entente.wikidata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.store.Derivation;
import org.entente.store.Progress;
import org.entente.store.Store;

/** A snapshot file comes from outside: whatever a line holds, it is loaded or named as wrong. */
class SnapshotPropertyTest {
    @Property(tries = 300)
    void whatever_a_line_holds_it_is_loaded_or_found_wrong(@ForAll("mutilated") String line) {
        try (Store fresh = Store.inMemory(Derivation.NONE)) {
            SnapshotReport report = new SnapshotLoader(fresh, Clock.systemUTC())
                    .load(
                            new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
                            "dump",
                            0,
                            item -> true,
                            Progress.SILENT);
            assertThat(report.accepted()).isEqualTo(report.added() > 0);
        }
    }

    /** The minister with one part cut out or doubled. */
    @Provide
    Arbitrary<String> mutilated() {
        return Arbitraries.integers()
                .between(0, SnapshotLoaderTest.MINISTER.length() - 1)
                .flatMap(from -> Arbitraries.integers()
                        .between(from, Math.min(SnapshotLoaderTest.MINISTER.length(), from + 30))
                        .flatMap(to -> Arbitraries.of("", "null", "[]", "{}", "7", "\"x\"")
                                .map(in -> SnapshotLoaderTest.MINISTER.substring(0, from)
                                        + in
                                        + SnapshotLoaderTest.MINISTER.substring(to))));
    }
}
