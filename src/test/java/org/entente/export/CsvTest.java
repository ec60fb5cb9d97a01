package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a cell is written so that a spreadsheet shows what stood there and runs nothing. */
class CsvTest {
    static Stream<Arguments> cells() {
        return Stream.of(
                Arguments.of("", ""),
                Arguments.of("Albert Rau", "Albert Rau"),
                Arguments.of("=SUM(1)", "'=SUM(1)"),
                Arguments.of("+49 30", "'+49 30"),
                Arguments.of("-1", "'-1"),
                Arguments.of("@SUM(1)", "'@SUM(1)"),
                Arguments.of("\t=SUM(1)", "'\t=SUM(1)"),
                Arguments.of("\tx", "'\tx"),
                Arguments.of("\r=SUM(1)", "\"'\r=SUM(1)\""),
                Arguments.of("a=b", "a=b"),
                Arguments.of("a\tb", "a\tb"),
                Arguments.of(" =1", "\" =1\""),
                Arguments.of("Rau, Albert", "\"Rau, Albert\""),
                Arguments.of("the \"talk\"", "\"the \"\"talk\"\"\""),
                Arguments.of("one\ntwo", "\"one\ntwo\""),
                Arguments.of("one\rtwo", "\"one\rtwo\""),
                Arguments.of("=\"a\",1", "\"'=\"\"a\"\",1\""));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_cell_that_a_spreadsheet_would_run_is_told_to_be_text_and_one_that_holds_marks_is_quoted(
            String text, String written) throws IOException {
        StringWriter out = new StringWriter();
        Csv.line(List.of("first", text, "last"), out);
        assertThat(out).hasToString("first," + written + ",last\r\n");
    }
}
