package org.entente.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.jena.sparql.core.Quad;
import org.entente.ShippedCollection;
import org.entente.Slow;
import org.entente.derive.Rules;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers do not depend on the order in which a store got its statements: without that, a hash of an answer would prove nothing. */
@Slow
class OrderOfWritingTest {
    @TempDir
    static Path folder;

    private static Store shuffled;

    /** The shipped collection on disk, where statements are found in the order in which their terms were written first. */
    @BeforeAll
    static void writeInAnotherOrder() {
        List<Quad> stated = new ArrayList<>();
        ShippedCollection.store().read(dataset -> {
            dataset.find().forEachRemaining(quad -> {
                if (!quad.isDefaultGraph()
                        && Statements.isAsserted(quad.getGraph().toString())) {
                    stated.add(quad);
                }
            });
            return null;
        });
        Collections.shuffle(stated, new Random(20150609));
        shuffled = Store.onDisk(folder, Rules.read(ShippedCollection.FILES.rules()));
        shuffled.write(dataset -> stated.forEach(dataset::add));
    }

    @AfterAll
    static void close() {
        shuffled.close();
    }

    @Test
    void every_canned_query_answers_its_example_letter_by_letter_the_same() {
        assertThat(new DefaultAnswers(shuffled).all(ShippedCollection.catalog()))
                .containsExactlyElementsOf(
                        new DefaultAnswers(ShippedCollection.store()).all(ShippedCollection.catalog()));
    }
}
