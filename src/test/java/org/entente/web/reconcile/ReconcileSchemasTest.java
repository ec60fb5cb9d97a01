package org.entente.web.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas judge the specification's own examples as it says: otherwise no answer of ours would be tested by them. */
class ReconcileSchemasTest {
    private static final List<ReconcileSchemas> BOTH = List.of(ReconcileSchemas.V0_2, ReconcileSchemas.V1_0);

    record Example(ReconcileSchemas schemas, Path file) {
        @Override
        public String toString() {
            return file.toString();
        }
    }

    static Stream<Example> valid() {
        return BOTH.stream().flatMap(s -> s.examples("valid").stream().map(f -> new Example(s, f)));
    }

    static Stream<Example> invalid() {
        return BOTH.stream().flatMap(s -> s.examples("invalid").stream().map(f -> new Example(s, f)));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void a_valid_example_of_the_specification_is_valid(Example example) {
        assertThat(example.schemas()
                        .errors(ReconcileSchemas.schemaOf(example.file()), ReconcileSchemas.read(example.file())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void an_invalid_example_of_the_specification_is_invalid(Example example) {
        assertThat(example.schemas()
                        .errors(ReconcileSchemas.schemaOf(example.file()), ReconcileSchemas.read(example.file())))
                .isNotEmpty();
    }
}
