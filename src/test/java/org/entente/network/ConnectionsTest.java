package org.entente.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.ShippedCollection;
import org.entente.contact.ContactOptions;
import org.entente.encounter.Level;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;

/** Chains in the collection that ships, explained hop by hop. */
class ConnectionsTest {
    @Test
    void weigert_and_herz_are_connected_by_held_encounters_and_each_hop_has_its_sources() {
        Connection connection = find("roland-weigert", "guido-herz", ContactOptions.HELD.withK(3));

        assertThat(connection.chains()).isNotEmpty().allSatisfy(chain -> {
            assertThat(chain.held()).isTrue();
            assertThat(chain.hops().getFirst().a().label()).isEqualTo("Roland Weigert");
            assertThat(chain.hops().getLast().b().label()).isEqualTo("Guido Herz");
            for (int i = 1; i < chain.hops().size(); i++) {
                assertThat(chain.hops().get(i).a())
                        .isEqualTo(chain.hops().get(i - 1).b());
            }
            assertThat(chain.hops()).allSatisfy(hop -> {
                assertThat(Level.HELD).contains(hop.level());
                assertThat(hop.sources()).isNotEmpty();
                assertThat(hop.witnesses()).isPositive();
                for (EncounterSentences language : EncounterSentences.values()) {
                    assertThat(language.hop(hop))
                            .contains(hop.a().label(), hop.b().label())
                            .endsWith(".");
                    assertThat(language.evidence(hop)).endsWith(".");
                }
            });
        });
        assertThat(EncounterSentences.DE.answer(connection)).startsWith("Roland Weigert und Guido Herz sind über ");
    }

    @Test
    void in_order_of_time_a_chain_leads_only_one_way() {
        ContactOptions inOrder = ContactOptions.HELD.with("inOrder=true");
        Connection connection = find("albert-rau", "roland-weigert", inOrder);

        assertThat(connection.chains()).hasSize(1);
        assertThat(connection.chains().getFirst().order()).isNotEqualTo(Chain.Order.NONE);
        assertThat(find("roland-weigert", "guido-herz", inOrder).chains()).isEmpty();
        assertThat(EncounterSentences.EN.answer(connection)).contains("Roland Weigert", "Albert Rau");
    }

    @Test
    void willingmann_and_tiefensee_have_no_held_chain_and_the_answer_says_so() {
        Connection connection = find("armin-willingmann", "wolfgang-tiefensee", ContactOptions.HELD);

        assertThat(connection.chains()).isEmpty();
        assertThat(EncounterSentences.EN.answer(connection))
                .startsWith("No chain of contacts on record that matches your settings");
        assertThat(EncounterSentences.DE.answer(connection)).contains("ist keine Kette von Kontakten belegt");
        connection.announced().ifPresent(chain -> {
            assertThat(chain.held()).isFalse();
            assertThat(chain.hops()).anySatisfy(hop -> assertThat(hop.level()).isEqualTo(Level.ANNOUNCED));
        });
    }

    @Test
    void somebody_of_whom_no_encounter_is_on_record_is_told_apart() {
        Connection connection = find("nobody-at-all", "albert-rau", ContactOptions.HELD);

        assertThat(connection.fromKnown()).isFalse();
        assertThat(EncounterSentences.EN.answer(connection)).isEqualTo("nobody-at-all has no contacts on record.");
    }

    @Test
    void fewer_encounters_count_where_more_is_asked() {
        Connection all = find("roland-weigert", "guido-herz", ContactOptions.HELD);
        Connection met = find("roland-weigert", "guido-herz", ContactOptions.HELD.withLevels(Set.of(Level.MET)));
        Connection sure = find("roland-weigert", "guido-herz", ContactOptions.HELD.with("confidence=high"));

        assertThat(met.searched()).isLessThan(all.searched());
        assertThat(sure.searched()).isLessThan(all.searched());
    }

    private static Connection find(String from, String to, ContactOptions options) {
        return ShippedCollection.store().read(d -> Connections.in(d).between(person(from), person(to), options, "de"));
    }

    private static Node person(String name) {
        return NodeFactory.createURI(Ent.ID + "person/" + name);
    }
}
