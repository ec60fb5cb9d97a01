package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.ServedStore.KEY;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.entente.RawHttp;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.execution.ServiceRules;
import org.entente.operation.Backups;
import org.entente.release.Releases;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tricks that make a server call addresses inside its network or read files. A second server counts whether it was called, a file holds a word
 * that no answer may have. The output says how many were tried and how many went through.
 */
class TricksTest {
    private static final String SECRET = "the-word-in-the-file";
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final AtomicInteger TRIED = new AtomicInteger();
    private static final List<String> THROUGH = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static HttpServer trap;
    private static Path secret;
    private static ServedStore site;
    private static List<String> addresses;

    @BeforeAll
    static void start() throws IOException {
        secret = Files.writeString(folder.resolve("secret.ttl"), "<urn:s> <urn:p> \"" + SECRET + "\" .\n");
        Files.createDirectories(folder.resolve("archive"));
        trap = HttpServer.create(new InetSocketAddress(0), 0);
        trap.createContext("/redirect/", exchange -> {
            String[] to = {"/sparql", secret.toUri().toString(), "http://169.254.169.254/latest/meta-data/"};
            exchange.getResponseHeaders()
                    .set("Location", to[exchange.getRequestURI().getPath().charAt(10) - '0']);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().endsWith("8") ? 308 : 302, -1);
            exchange.close();
        });
        trap.createContext("/", exchange -> {
            CALLS.incrementAndGet();
            byte[] body = ("<urn:s> <urn:p> \"" + SECRET + "\" .").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/turtle");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        trap.start();
        int port = trap.getAddress().getPort();
        addresses = Stream.of(
                        "127.0.0.1",
                        "localhost",
                        "LOCALHOST",
                        "localhost.",
                        "127.1",
                        "127.0.1",
                        "127.255.255.254",
                        "2130706433",
                        "0x7f000001",
                        "0x7f.0.0.1",
                        "0177.0.0.1",
                        "017700000001",
                        "0.0.0.0",
                        "0",
                        "10.0.0.1",
                        "172.16.0.1",
                        "192.168.0.1",
                        "100.64.0.1",
                        "169.254.169.254",
                        "2852039166",
                        "224.0.0.1",
                        "255.255.255.255",
                        "[::1]",
                        "[::]",
                        "[::ffff:127.0.0.1]",
                        "[::ffff:7f00:1]",
                        "[::127.0.0.1]",
                        "[0:0:0:0:0:ffff:169.254.169.254]",
                        "[64:ff9b::127.0.0.1]",
                        "[64:ff9b::7f00:1]",
                        "[2002:7f00:1::]",
                        "[fe80::1]",
                        "[fc00::1]",
                        "[fd00:ec2::254]",
                        "%31%32%37.0.0.1",
                        "①②⑦.⓪.⓪.①",
                        "127。0。0。1",
                        "user@127.0.0.1",
                        "public.example@127.0.0.1")
                .map(host -> "http://" + host + ":" + port + "/sparql")
                .toList();
        site = ServedStore.example(ServerOptions.defaults()
                .withWriteKey(KEY)
                .withArchive(folder.resolve("archive"))
                .withUpkeep(new ServerOptions.Upkeep(folder.resolve("backups"), 1, 0)));
    }

    @AfterAll
    static void stop() {
        site.close();
        trap.stop(0);
        System.out.println("Tricks: " + TRIED + " tried, " + THROUGH.size() + " through " + THROUGH);
    }

    /** Whatever the answer is: nobody was called, nothing of the file is in it. */
    private static void closed(String trick, String answer, int callsBefore) {
        TRIED.incrementAndGet();
        if (CALLS.get() != callsBefore || answer.contains(SECRET) || answer.contains("root:")) {
            THROUGH.add(trick);
        }
        assertThat(CALLS.get()).as(trick).isEqualTo(callsBefore);
        assertThat(answer).as(trick).doesNotContain(SECRET, "root:");
    }

    private static Stream<String> elsewhere() {
        String file = secret.toUri().toString();
        return Stream.concat(
                addresses.stream().filter(address -> address.chars().allMatch(c -> c < 128)),
                Stream.of(
                        file,
                        file.replace("file:///", "file:/"),
                        file.replace("file:///", "file://localhost/"),
                        file.replace("file:///", "FILE:///"),
                        file.replace("secret", "%73ecret"),
                        secret.toString(),
                        "jar:" + file + "!/a",
                        "jar:http://127.0.0.1:" + trap.getAddress().getPort() + "/a.jar!/b",
                        "ftp://127.0.0.1:" + trap.getAddress().getPort() + "/a.ttl",
                        "netdoc:" + secret,
                        "gopher://127.0.0.1:" + trap.getAddress().getPort() + "/_GET",
                        "classpath:secret.ttl",
                        "location-mapping.ttl",
                        "cache:http://127.0.0.1:" + trap.getAddress().getPort() + "/sparql",
                        "loop:cache:bulk+5:http://127.0.0.1:"
                                + trap.getAddress().getPort() + "/sparql"));
    }

    @Test
    void no_query_reads_from_elsewhere() {
        for (String address : elsewhere().toList()) {
            for (String query : List.of(
                    "SELECT * { SERVICE <X> { ?s ?p ?o } }",
                    "SELECT * { SERVICE SILENT <X> { ?s ?p ?o } }",
                    "SELECT * FROM <X> { ?s ?p ?o }",
                    "SELECT * FROM NAMED <X> { GRAPH ?g { ?s ?p ?o } }",
                    "DESCRIBE <X>")) {
                int before = CALLS.get();
                closed(
                        query + " " + address,
                        site.query(query.replace("X", address), "*/*").body(),
                        before);
            }
            for (String parameter : List.of("default-graph-uri", "named-graph-uri")) {
                int before = CALLS.get();
                closed(
                        parameter + " " + address,
                        site.get("/sparql?query=" + ServedStore.encoded("SELECT * { ?s ?p ?o }") + "&" + parameter + "="
                                        + ServedStore.encoded(address))
                                .body(),
                        before);
            }
        }
    }

    @Test
    void no_update_reads_from_elsewhere() {
        for (String address : elsewhere().toList()) {
            for (String update : List.of(
                    "LOAD <X>",
                    "LOAD SILENT <X> INTO GRAPH <urn:g>",
                    "COPY <X> TO <urn:g>",
                    "INSERT { GRAPH <urn:g> { ?s ?p ?o } } USING <X> WHERE { ?s ?p ?o }",
                    "INSERT { GRAPH <urn:g> { ?s ?p ?o } } WHERE { SERVICE SILENT <X> { ?s ?p ?o } }")) {
                int before = CALLS.get();
                String answer = site.update(update.replace("X", address)).body();
                closed(update + " " + address, answer + stored(), before);
            }
        }
    }

    private static String stored() {
        return site.query("SELECT ?o { GRAPH ?g { ?s ?p ?o } FILTER (isLiteral(?o)) }", "text/csv")
                .body();
    }

    /** The operator allows it by mistake, or a name that is allowed means it. */
    @Test
    void an_allowed_service_inside_the_network_is_not_called() {
        for (String address : addresses) {
            int before = CALLS.get();
            try (ServedStore allowing = ServedStore.example(
                    ServerOptions.defaults().withServices(ServiceRules.allowing(List.of(URI.create(address)))))) {
                closed(
                        "allowed " + address,
                        allowing.query("SELECT * { SERVICE <" + address + "> { ?s ?p ?o } }", "*/*")
                                .body(),
                        before);
            } catch (IllegalArgumentException refusedAtTheStart) {
                closed("allowed " + address, "", before);
            }
        }
    }

    /** Were it not so, the others would see nothing. */
    @Test
    void a_call_that_is_made_is_counted() {
        URI address = URI.create("http://127.0.0.1:" + trap.getAddress().getPort() + "/sparql");
        int before = CALLS.get();
        try (ServedStore allowing = ServedStore.example(ServerOptions.defaults()
                .withServices(ServiceRules.allowing(List.of(address)).onThisMachine()))) {
            allowing.query("SELECT * { SERVICE <" + address + "> { ?s ?p ?o } }", "*/*");
        }
        assertThat(CALLS.get()).isGreaterThan(before);
    }

    @Test
    void no_redirect_is_followed() {
        List<URI> allowed = Stream.of("0", "1", "2", "08", "18", "28")
                .map(to -> URI.create("http://127.0.0.1:" + trap.getAddress().getPort() + "/redirect/" + to))
                .toList();
        try (ServedStore allowing = ServedStore.example(ServerOptions.defaults()
                .withServices(ServiceRules.allowing(allowed).onThisMachine()))) {
            for (URI address : allowed) {
                int before = CALLS.get();
                closed(
                        "redirect " + address,
                        allowing.query("SELECT * { SERVICE <" + address + "> { ?s ?p ?o } }", "*/*")
                                .body(),
                        before);
            }
        }
    }

    @Test
    void no_upload_reads_from_elsewhere() {
        String file = secret.toUri().toString();
        for (String address :
                List.of(file, "http://127.0.0.1:" + trap.getAddress().getPort() + "/sparql")) {
            put("application/ld+json", "{\"@context\":\"X\",\"@id\":\"urn:a\",\"urn:b\":1}", address);
            put("application/ld+json", "{\"@context\":[{},\"X\"],\"@id\":\"urn:a\",\"urn:b\":1}", address);
            put("application/ld+json", "{\"@context\":{\"@import\":\"X\"},\"@id\":\"urn:a\",\"urn:b\":1}", address);
            put(
                    "application/ld+json",
                    "{\"@context\":{\"@version\":1.1,\"b\":{\"@id\":\"urn:b\",\"@context\":\"X\"}},\"b\":{}}",
                    address);
            String rdf = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:u=\"urn:\""
                    + " xmlns:xi=\"http://www.w3.org/2001/XInclude\"><rdf:Description rdf:about=\"urn:a\"><u:b>Y</u:b>"
                    + "</rdf:Description></rdf:RDF>";
            put("application/rdf+xml", "<!DOCTYPE r [<!ENTITY e SYSTEM \"X\">]>" + rdf.replace("Y", "&e;"), address);
            put("application/rdf+xml", "<!DOCTYPE r SYSTEM \"X\">" + rdf, address);
            put("application/rdf+xml", "<!DOCTYPE r [<!ENTITY % e SYSTEM \"X\"> %e;]>" + rdf, address);
            put("application/rdf+xml", "<?xml-stylesheet href=\"X\"?>" + rdf, address);
            put(
                    "application/rdf+xml",
                    rdf.replace("<u:b>Y", "<u:b rdf:parseType=\"Literal\"><xi:include parse=\"text\" href=\"X\"/>"),
                    address);
            put("text/turtle", "<urn:a> <http://www.w3.org/2002/07/owl#imports> <X> .", address);
            put("text/turtle", "@base <X> . <> <urn:b> <> .", address);
        }
    }

    private static void put(String type, String body, String address) {
        int before = CALLS.get();
        String answer = site.send(site.request("/graph-store?graph=urn:example:tricks")
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + KEY)
                        .PUT(BodyPublishers.ofString(body.replace("X", address))))
                .body();
        closed(body + " " + address, answer + stored(), before);
    }

    @Test
    void no_path_leaves_its_folder() {
        String up = "../../../../../../../../../..";
        for (String base : List.of(
                "/static/",
                "/releases/",
                "/r/",
                "/backups/",
                "/tasks/",
                "/passage/",
                "/passage/doc/",
                "/queries/",
                "/data/",
                "/page/",
                "/id/",
                "/graph/",
                "/sheet/",
                "/ontology/",
                "/.well-known/")) {
            for (String path : List.of(
                    up + secret,
                    up.replace("..", "%2e%2e") + secret,
                    up.replace("/", "%2f") + secret.toString().replace("/", "%2f"),
                    up.replace("..", "%252e%252e") + secret,
                    up.replace("/", "\\") + secret,
                    up.replace("..", "..;") + secret,
                    up.replace("..", "....//") + secret,
                    up.replace("..", "%c0%ae%c0%ae") + secret,
                    "../secret.ttl",
                    "..%2fsecret.ttl",
                    "secret.ttl%00.css",
                    secret.toString(),
                    up + "/etc/passwd",
                    up.replace("/", "%2f") + "%2fetc%2fpasswd")) {
                closed(
                        base + path,
                        RawHttp.get(site.port(), base + path, "localhost", "Authorization: Bearer " + KEY),
                        CALLS.get());
            }
        }
    }

    @Test
    void no_name_of_a_backup_or_release_leaves_its_shelf() throws IOException {
        Path shelf = Files.createDirectories(folder.resolve("shelf"));
        for (String kind : List.of("backups", "releases")) {
            for (String name : List.of(
                    "..",
                    ".",
                    "",
                    "../" + kind,
                    "../secret.ttl",
                    "/etc",
                    secret.toString(),
                    "x/../..",
                    "%2e%2e",
                    "..\\..")) {
                boolean found = kind.equals("backups")
                        ? new Backups(shelf, Clock.systemUTC()).find(name).isPresent()
                        : new Releases(shelf, ShippedCollection.FILES, Clock.systemUTC())
                                .find(name)
                                .isPresent();
                closed(kind + " " + name, found ? SECRET : "", CALLS.get());
            }
        }
    }

    @Test
    void no_workbook_writes_or_reads_a_file() throws IOException {
        Path slipped = folder.resolve("slipped.txt");
        for (String entry :
                List.of("../slipped.txt", "../../../../../../../.." + slipped, slipped.toString(), "..\\slipped.txt")) {
            upload("part " + entry, workbook("", entry));
            assertThat(slipped).doesNotExist();
            assertThat(Path.of("..", "slipped.txt")).doesNotExist();
        }
        for (String address : List.of(
                secret.toUri().toString(),
                "http://127.0.0.1:" + trap.getAddress().getPort() + "/sparql")) {
            upload("entity " + address, workbook("<!DOCTYPE sst [<!ENTITY e SYSTEM \"" + address + "\">]>", "x.txt"));
            upload("dtd " + address, workbook("<!DOCTYPE sst SYSTEM \"" + address + "\">", "x.txt"));
        }
    }

    /** A workbook with a part of its own, and with something before the texts of its cells. */
    private static byte[] workbook(String before, String part) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(plain, "Test", "1.0")) {
            var sheet = workbook.newWorksheet("Names");
            sheet.value(0, 0, "Name");
            sheet.value(1, 0, "ENTITY");
        }
        ByteArrayOutputStream tricky = new ByteArrayOutputStream();
        Path file = Files.write(folder.resolve("plain.xlsx"), plain.toByteArray());
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(tricky)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().endsWith("sharedStrings.xml") && !before.isEmpty()) {
                    text = text.replaceFirst("\\?>", "?>" + before);
                    text = before.contains("ENTITY") ? text.replace(">ENTITY<", ">&e;<") : text;
                    assertThat(text).contains(before);
                }
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            out.putNextEntry(new ZipEntry(part));
            out.write("slipped".getBytes(StandardCharsets.UTF_8));
        }
        return tricky.toByteArray();
    }

    private static void upload(String trick, byte[] file) {
        int before = CALLS.get();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.xlsx\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        closed(
                trick,
                site.send(site.request("/match?lang=en")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofByteArray(body.toByteArray())))
                        .body(),
                before);
    }
}
