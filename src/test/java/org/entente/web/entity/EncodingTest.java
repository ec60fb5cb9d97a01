package org.entente.web.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.ServedStore;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;

/** The page of a source says who made its reports, and whether anybody else compared them with the text. */
class EncodingTest {
    @Test
    void nobody_is_known_to_have_reviewed_a_shipped_source_and_its_page_says_so() {
        ServedStore served = ServedStore.shipped();
        assertThat(served.get("/page/doc/s003?lang=en").body())
                .contains("Encoded by Entente editors on 22 November 2026; not yet reviewed by a second person.");
        assertThat(served.get("/page/doc/s003?lang=de").body())
                .contains(
                        "Erfasst von Entente editors am 22. November 2026; noch nicht von einer zweiten Person geprüft.");
    }

    @Test
    void a_review_is_named_with_its_day_and_a_thing_that_is_no_source_has_no_such_line() {
        try (ServedStore served = ServedStore.example()) {
            served.update("""
                    PREFIX ent: <%s>
                    INSERT DATA { GRAPH <%ssource/seen> { <%sdoc/seen> a ent:Document ; ent:encodedBy "Erika Muster" ;
                      ent:encodedOn "2026-11-22T14:03:00Z" ; ent:reviewedBy "Max Muster" ; ent:reviewedOn "2026-12-01" } }
                    """.formatted(Ent.NS, Ent.GRAPH, Ent.ID));
            assertThat(served.get("/page/doc/seen?lang=en").body())
                    .contains(
                            "Encoded by Erika Muster on 22 November 2026; reviewed by Max Muster on 1 December 2026.");
            assertThat(served.get("/page/person/albert-rau?lang=en").body()).doesNotContain("Encoded by");
        }
    }
}
