package org.entente.wikidata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.entente.store.Derivation;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;

/** A small snapshot of a dump. */
class SnapshotFilterTest {
    private static final String DUMP = """
            [
            {"type":"item","id":"Q1","lastrevid":7,"labels":{"en":{"language":"en","value":"One"}},"sitelinks":{"enwiki":{}},"claims":{
            """.strip() + """
            "P569":[{"mainsnak":{"snaktype":"value","property":"P569","datavalue":{"type":"time","value":{"time":"+1962-08-31T00:00:00Z","precision":11}}},"rank":"normal"}],"P2":[{"mainsnak":{}}],"P625":[{"mainsnak":{"snaktype":"value","property":"P625","datavalue":{"type":"globecoordinate","value":{"latitude":50.5,"longitude":-10.25}}},"rank":"normal"}]}},
            {"type":"item","id":"Q2","labels":{"en":{"language":"en","value":"Two"}},"claims":{}},
            torn {
            {"type":"property","id":"P3"}
            ]
            """;

    @Test
    void what_is_wanted_is_written_with_what_is_kept_and_loads_again() throws IOException {
        StringWriter out = new StringWriter();
        SnapshotFilter.Report report = SnapshotFilter.filter(
                new ByteArrayInputStream(DUMP.getBytes(StandardCharsets.UTF_8)),
                0,
                item -> item.id().equals("Q1"),
                out,
                Progress.SILENT);
        assertThat(report.items()).isEqualTo(2);
        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.unreadable()).isEqualTo(1);
        assertThat(report.remarks()).singleElement().asString().startsWith("line 4 is not JSON");
        assertThat(out.toString())
                .doesNotContain("P2\"")
                .doesNotContain("sitelinks")
                .contains("\"lastrevid\":7");
        try (Store store = Store.inMemory(Derivation.NONE)) {
            SnapshotReport loaded = new SnapshotLoader(store, Clock.systemUTC())
                    .load(
                            new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)),
                            "small",
                            0,
                            item -> true,
                            Progress.SILENT);
            assertThat(loaded.accepted()).isTrue();
            WikidataEntity item = store.read(d -> Snapshot.in(d).entity("Q1").orElseThrow());
            assertThat(item.values(WikidataProperties.BIRTH)).containsExactly("1962-08-31");
            assertThat(item.values(WikidataProperties.COORDINATES)).containsExactly("Point(-10.25 50.5)");
            assertThat(GeoPoint.parse("Point(-10.25 50.5)")).contains(new GeoPoint(50.5, -10.25));
            assertThat(GeoPoint.parse("50.5, -10.25")).isEmpty();
            assertThat(new GeoPoint(52.52, 13.405).kilometresTo(new GeoPoint(48.137, 11.575)))
                    .isBetween(500.0, 510.0);
        }
    }
}
