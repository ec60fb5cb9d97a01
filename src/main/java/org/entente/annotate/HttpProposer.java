package org.entente.annotate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entente.text.ExceptionText;
import org.entente.text.Json;

/**
 * A proposer behind an address: it gets {@code {"text", "language", "date"}} as JSON by POST and answers as {@link ProposedJson} reads it. It
 * is given a time for all of its answer, and the answer a size; redirects are not followed.
 */
public final class HttpProposer implements CardProposer {
    /** How long a proposer may take. */
    public static final Duration TIME = Duration.ofSeconds(60);

    private static final int LARGEST = 1_000_000;
    private static final int AT_ONCE = 2;

    private final URI address;
    private final Duration time;
    private final Semaphore free = new Semaphore(AT_ONCE);

    /** @throws IllegalArgumentException if it is no address of the web */
    public HttpProposer(URI address) {
        this(address, TIME);
    }

    HttpProposer(URI address, Duration time) {
        this.address = requireWeb(address);
        this.time = time;
    }

    /**
     * The address, if a proposer can be there.
     *
     * @throws IllegalArgumentException if it is no address of the web
     */
    public static URI requireWeb(URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The address of a proposer must be like http://127.0.0.1:9000/cards, not " + address + ".");
        }
        return address;
    }

    @Override
    public String name() {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    @Override
    public List<ProposedCard> propose(String text, String language, String date) {
        if (!free.tryAcquire()) {
            throw failed("is answering others. Try again in a minute");
        }
        ObjectNode asked = Json.MAPPER
                .createObjectNode()
                .put("text", text)
                .put("language", language)
                .put("date", date);
        try (ExecutorService apart = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> answer = apart.submit(() -> send(asked.toString()));
            return read(wait(answer));
        } finally {
            free.release();
        }
    }

    private List<ProposedCard> read(String answer) {
        try {
            return ProposedJson.read(answer);
        } catch (ProposerException e) {
            throw failed("answered, but its answer " + ExceptionText.of(e));
        }
    }

    private String wait(Future<String> answer) {
        try {
            return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failed("did not answer within " + Math.max(1, time.toSeconds()) + " s");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProposerException problem) {
                throw problem;
            }
            throw failed("cannot be reached (" + ExceptionText.of(e.getCause() == null ? e : e.getCause()) + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was not waited for");
        } finally {
            answer.cancel(true);
        }
    }

    private String send(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .timeout(time)
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(time)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                if (response.statusCode() != 200) {
                    throw failed("answered with status " + response.statusCode());
                }
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw failed("answered with more than " + LARGEST + " bytes");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            } finally {
                http.shutdownNow();
            }
        }
    }

    private ProposerException failed(String what) {
        return new ProposerException("The proposer at " + name() + " " + what + ". Its cards are missing.");
    }
}
