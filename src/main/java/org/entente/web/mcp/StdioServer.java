package org.entente.web.mcp;

import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import org.entente.text.Json;
import org.entente.web.http.LocalClient;

/** The same tools over standard input and output, for a client that starts the program itself. */
public final class StdioServer {
    private final McpOffer offer;
    private final LocalClient.Caller caller;

    StdioServer(McpOffer offer, LocalClient.Caller caller) {
        this.offer = offer;
        this.caller = caller;
    }

    /** Answers messages, one in each line, until the input ends. */
    public void run(InputStream in, OutputStream out) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        JacksonMcpJsonMapper json = new JacksonMcpJsonMapper(Json.MAPPER);
        McpSyncServer server = McpServer.sync(new StdioServerTransportProvider(json, new EndingStream(in, ended), out))
                .serverInfo(McpOffer.SERVER)
                .instructions(McpOffer.INSTRUCTIONS)
                .capabilities(McpOffer.CAPABILITIES)
                .jsonMapper(json)
                .jsonSchemaValidator(new ArgumentValidator())
                .tools(offer.tools().stream()
                        .map(tool -> new McpServerFeatures.SyncToolSpecification(
                                tool.schema(), (exchange, request) -> offer.call(tool, request, caller)))
                        .toList())
                .resources(McpResources.ALL.stream()
                        .map(resource -> new McpServerFeatures.SyncResourceSpecification(
                                resource,
                                (exchange, request) -> offer.resources().read(resource, caller)))
                        .toList())
                .prompts(offer.prompts().stream()
                        .map(prompt -> new McpServerFeatures.SyncPromptSpecification(
                                prompt.schema(), (exchange, request) -> prompt.fill(request)))
                        .toList())
                .build();
        ended.await();
        server.closeGracefully();
    }

    /** Tells when there is nothing more to read. */
    private static final class EndingStream extends FilterInputStream {
        private final CountDownLatch ended;

        EndingStream(InputStream in, CountDownLatch ended) {
            super(in);
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            return told(super.read());
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            return told(super.read(bytes, start, length));
        }

        private int told(int read) {
            if (read < 0) {
                ended.countDown();
            }
            return read;
        }
    }
}
