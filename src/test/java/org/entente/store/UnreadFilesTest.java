package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.ShippedCollection;
import org.entente.rdf.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadFilesTest {
    @TempDir
    Path data;

    @Test
    void what_looks_like_data_and_is_not_read_is_named() throws IOException {
        for (String file : new String[] {
            "collection.ttl", "notes.ttl", "README.md", "authority/people.ttl", "authority/people.n3",
                    "authority/ids.csv",
            "sources/s1.ttl", "sources/s2.TTL", "sources/s3.nt", "sources/s4.ttl.gz", "sources/s5.xlsx",
                    "sources/deep/s6.rdf",
            "sources/.s7.ttl.swp", "sources/s8.ttl~", "sources/~$s9.xlsx", "sources/notes.txt", "source/s10.ttl",
                    "Authority/p.ttl",
            "wikidata/snapshot.jsonl", "wikidata/more.JSONL", ".git/x.ttl", "backups/one/statements.nq.gz"
        }) {
            Files.createDirectories(data.resolve(file).getParent());
            Files.writeString(data.resolve(file), "");
        }
        Files.createDirectories(data.resolve("sources/folder.ttl"));
        Files.createSymbolicLink(data.resolve("sources/gone.ttl"), data.resolve("nowhere"));
        String top = data.getFileName() + "/";
        assertThat(UnreadFiles.findings(ShippedCollection.FILES.withData(data)))
                .allSatisfy(finding -> assertThat(finding.toString()).contains("warning", "[not-read]", ".ttl"))
                .extracting(Finding::file)
                .containsExactly(
                        top + "Authority/p.ttl",
                        top + "authority/people.n3",
                        top + "notes.ttl",
                        top + "source/s10.ttl",
                        top + "sources/deep/s6.rdf",
                        top + "sources/gone.ttl",
                        top + "sources/s2.TTL",
                        top + "sources/s3.nt",
                        top + "sources/s4.ttl.gz",
                        top + "sources/s5.xlsx",
                        top + "wikidata/more.JSONL");
    }

    @Test
    void the_shipped_collection_has_none() {
        assertThat(UnreadFiles.findings(ShippedCollection.FILES)).isEmpty();
    }
}
