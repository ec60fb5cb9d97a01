package org.entente.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.entente.ServedStore;
import org.entente.web.http.Urls;
import org.junit.jupiter.api.Test;

/** An answer so long that it is on its way before it is cut says so behind its last row. */
class CutAnswerTest {
    private static final ServedStore SHIPPED = ServedStore.shipped();

    @Test
    void a_streamed_answer_that_is_cut_has_a_trailer_and_a_whole_one_has_none() throws Exception {
        assertThat(end("SELECT ?a ?b { ?a ?p ?x . ?b ?q ?y }")).contains("Entente-More: true");
        assertThat(end("SELECT ?a ?p ?x { ?a ?p ?x } LIMIT 60000")).doesNotContain("Entente-More");
    }

    /** The last bytes of an answer as they were sent: the client of Java hides trailers. */
    private static String end(String query) throws Exception {
        URI server = URI.create(SHIPPED.url("/sparql?format=csv&query=" + Urls.encode(query)));
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + server.getRawPath() + "?" + server.getRawQuery() + " HTTP/1.1\r\nHost: "
                                    + server.getAuthority() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(answer.length).isGreaterThan(4 * 1024 * 1024);
            return new String(answer, answer.length - 200, 200, StandardCharsets.UTF_8);
        }
    }
}
