package org.entente.wikidata;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.text.ExceptionText;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@code Special:EntityData} for items, one at a time and never in a hurry: a pause between requests, a user agent that says whom
 * to write to, patience as the server asks for it. It talks to the one host that it was given and follows no redirect to another.
 */
public final class EntityDataClient implements AutoCloseable {
    /** Where Wikidata answers. */
    public static final URI WIKIDATA = URI.create("https://www.wikidata.org/wiki/Special:EntityData/");

    /** System property: true forbids requests to anything but this machine. The tests run with it. */
    static final String OFFLINE = "entente.offline";

    private static final int ATTEMPTS = 4;
    private static final int REDIRECTS = 3;
    private static final int LARGEST = 32 << 20;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    /** How something waits: tests do not want to. */
    @FunctionalInterface
    public interface Sleep {
        void sleep(Duration duration) throws InterruptedException;
    }

    /**
     * What was answered about a Qid.
     *
     * @param qid that was asked for
     * @param item empty if there is none, or if it is as it was
     * @param problem what stood in the way, with advice; empty if nothing did
     * @param unchanged whether the server says that the item is as it was when it was fetched before
     * @param fetch what to remember for the next time
     * @param remarks values of the item that could not be kept, one sentence each
     */
    record Answer(
            String qid,
            List<WikidataEntity> item,
            String problem,
            boolean unchanged,
            Optional<Fetch> fetch,
            List<String> remarks) {
        static Answer problem(String qid, String problem) {
            return new Answer(qid, List.of(), problem, false, Optional.empty(), List.of());
        }

        /** The Qid of the item that was answered, which is another one after a merge. */
        public String answered() {
            return item.isEmpty() ? qid : item.getFirst().id();
        }
    }

    private final URI base;
    private final String userAgent;
    private final Duration pause;
    private final Sleep sleep;
    private final Clock clock;
    private final HttpClient http;
    private Instant next = Instant.EPOCH;

    /**
     * A client.
     *
     * @param base address below which items are; ends with a slash
     * @param contact an address or page of whoever runs this, for the user agent
     * @param version of the program
     * @param pause least time between two requests
     */
    public EntityDataClient(URI base, String contact, String version, Duration pause, Sleep sleep, Clock clock) {
        this.base = base;
        this.userAgent = "Entente/" + version + " (" + contact + ") Java-http-client";
        this.pause = pause;
        this.sleep = sleep;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(15))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The item as it is now, whatever was fetched before. */
    Answer get(String qid) throws InterruptedException {
        return get(qid, Optional.empty());
    }

    /**
     * The item as it is now, if it is not as it was.
     *
     * @param before what is known of the last time
     * @throws WikidataException if the host cannot be reached, several times, or asks to be left alone
     */
    Answer get(String qid, Optional<Fetch> before) throws InterruptedException {
        URI address = base.resolve(qid + ".json");
        int redirects = 0;
        Duration wait = Duration.ofSeconds(1);
        for (int attempt = 1; ; attempt++) {
            Duration asked = wait;
            String trouble;
            try {
                HttpResponse<InputStream> response = send(address, before);
                int status = response.statusCode();
                try (InputStream body = response.body()) {
                    if (status == 200) {
                        return item(qid, body.readNBytes(LARGEST + 1), fetch(response));
                    }
                    if (status == 304 && before.isPresent()) {
                        Fetch again = new Fetch(
                                clock.instant(),
                                before.get().etag(),
                                before.get().lastModified());
                        return new Answer(qid, List.of(), "", true, Optional.of(again), List.of());
                    }
                    if (status == 404 || status == 410) {
                        return Answer.problem(qid, "there is no such item, or no longer; review its links");
                    }
                    if (status >= 300 && status < 400 && redirects++ < REDIRECTS) {
                        address = sameHost(qid, address, response);
                        attempt--;
                        continue;
                    }
                }
                if (status != 429 && status < 500) {
                    return Answer.problem(qid, "the server answered with status " + status);
                }
                trouble = "is not available (status " + status + ", " + ATTEMPTS + " attempts). Try again later";
                asked = retryAfter(response, wait);
            } catch (IOException e) {
                trouble = "cannot be reached (" + ExceptionText.of(e) + ", " + ATTEMPTS
                        + " attempts). Check the connection; linking works with the snapshot that is here";
            }
            if (attempt == ATTEMPTS) {
                throw new WikidataException(base.getHost() + " " + trouble + ". What was fetched before is kept.");
            }
            if (asked.compareTo(LONGEST_WAIT) > 0) {
                throw new WikidataException(base.getHost() + " asks to wait " + asked.toSeconds()
                        + " s. Try again then; what was fetched before is kept.");
            }
            sleep.sleep(asked);
            wait = wait.multipliedBy(2);
        }
    }

    private static Answer item(String qid, byte[] body, Fetch fetch) {
        if (body.length > LARGEST) {
            return Answer.problem(qid, "the answer is larger than " + (LARGEST >> 20) + " MB");
        }
        try {
            List<String> remarks = new ArrayList<>();
            List<WikidataEntity> items = WikibaseJson.read(new String(body, StandardCharsets.UTF_8), remarks::add);
            return items.isEmpty()
                    ? Answer.problem(qid, "the answer holds no item")
                    : new Answer(qid, List.of(items.getFirst()), "", false, Optional.of(fetch), remarks);
        } catch (WikidataException e) {
            return Answer.problem(qid, "the answer " + e.getMessage());
        }
    }

    private Fetch fetch(HttpResponse<?> response) {
        return new Fetch(
                clock.instant(),
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Last-Modified").orElse(""));
    }

    private HttpResponse<InputStream> send(URI address, Optional<Fetch> before)
            throws InterruptedException, IOException {
        if (Boolean.getBoolean(OFFLINE) && !isLoopback(address.getHost())) {
            throw new WikidataException("This process stays offline (" + OFFLINE + "=true) and does not ask "
                    + address.getHost() + ". A test must give the client the address of its own server.");
        }
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            sleep.sleep(Duration.between(now, next));
        }
        next = clock.instant().plus(pause);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("User-Agent", userAgent)
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(60));
        before.map(Fetch::etag).filter(t -> !t.isEmpty()).ifPresent(t -> request.header("If-None-Match", t));
        before.map(Fetch::lastModified)
                .filter(t -> !t.isEmpty())
                .ifPresent(t -> request.header("If-Modified-Since", t));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** The target of a redirect, if it is on the very host that was asked. */
    private static URI sameHost(String qid, URI from, HttpResponse<?> response) {
        URI to = response.headers()
                .firstValue("Location")
                .map(EntityDataClient::parsed)
                .map(from::resolve)
                .orElse(null);
        if (to == null
                || !from.getScheme().equals(to.getScheme())
                || !String.valueOf(from.getRawAuthority()).equals(to.getRawAuthority())) {
            throw new WikidataException(qid + ": the server redirects to " + to
                    + ", which is another host. The redirect was not followed; check the address.");
        }
        return to;
    }

    private static boolean isLoopback(String host) {
        return List.of("127.0.0.1", "localhost", "[::1]").contains(host);
    }

    private static @Nullable URI parsed(String location) {
        try {
            return URI.create(location);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What the server asks for, in seconds or as a date; else the time that doubles with every attempt. */
    private Duration retryAfter(HttpResponse<?> response, Duration otherwise) {
        String header = response.headers().firstValue("Retry-After").orElse("").strip();
        if (header.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            Duration until = Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? otherwise : until;
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
