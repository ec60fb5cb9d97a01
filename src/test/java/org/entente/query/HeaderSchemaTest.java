package org.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.vocab.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use and the reader of the catalogue accept and refuse the same headers. */
class HeaderSchemaTest {
    private static final Path FILE = Path.of("queries/header.schema.json");
    private static final Pattern EXPECTED = Pattern.compile("(?m)^# line (\\d+): (.*)$");

    static Stream<Path> shipped() throws IOException {
        return files("queries");
    }

    static Stream<Path> wrong() throws IOException {
        return files("src/test/resources/query/wrong-headers");
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".rq")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_header_is_valid(Path file) throws IOException {
        assertThat(errors(file)).isEmpty();
    }

    @Test
    void a_good_header_is_good_for_both(@TempDir Path folder) throws IOException {
        Path good = Path.of("src/test/resources/query/good-header.rq");
        assertThat(errors(good)).isEmpty();
        Files.copy(good, folder.resolve("good.rq"));
        CannedQuery query = QueryCatalog.read(folder).query("good").orElseThrow();
        assertThat(query.header().column("date").orElseThrow().type()).isEqualTo(ColumnType.DATE);
        assertThat(query.header().column("date").orElseThrow().label().in("de")).isEqualTo("Tag");
        assertThat(query.header().panels()).singleElement().satisfies(panel -> {
            assertThat(panel.on()).containsEntry("person", 60);
            assertThat(panel.columns()).containsExactly("date", "event");
        });
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_header_is_refused_by_both(Path file, @TempDir Path folder) throws IOException {
        assertThat(errors(file)).isNotEmpty();
        Files.copy(file, folder.resolve(file.getFileName()));
        Matcher expected = EXPECTED.matcher(Files.readString(file));
        assertThat(expected.find()).isTrue();
        assertThat(catchThrowableOfType(CatalogException.class, () -> QueryCatalog.read(folder))
                        .findings())
                .anySatisfy(finding -> {
                    assertThat(finding.message()).contains(expected.group(2));
                    assertThat(finding.line()).isEqualTo(Integer.parseInt(expected.group(1)));
                });
    }

    @Test
    void the_schema_knows_the_types_of_columns_and_the_kinds_of_entities_of_the_program() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(FILE.toFile());
        assertThat(schema.at("/$defs/columnType/oneOf").findValuesAsText("const"))
                .containsExactlyElementsOf(
                        Arrays.stream(ColumnType.values()).map(ColumnType::word).toList());
        assertThat(schema.at("/$defs/kind/enum")).extracting(JsonNode::asText).containsExactlyElementsOf(Ent.kinds());
    }

    private static List<Error> errors(Path file) throws IOException {
        String yaml = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#+"))
                .map(line -> line.substring(2))
                .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                .collect(Collectors.joining("\n"));
        return schema().validate(new YAMLMapper().readTree(yaml));
    }

    private static Schema schema() throws IOException {
        String text = Files.readString(FILE);
        String id = new ObjectMapper().readTree(text).get("$id").asText();
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(id, text)))
                .getSchema(SchemaLocation.of(id));
    }
}
