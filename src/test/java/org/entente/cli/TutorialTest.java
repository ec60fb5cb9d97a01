package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.ServedStore;
import org.entente.ShippedCollection;
import org.entente.check.CollectionValidator;
import org.entente.derive.Rules;
import org.entente.query.QueryCatalog;
import org.entente.store.CollectionFiles;
import org.entente.store.CollectionLoader;
import org.entente.store.Progress;
import org.entente.store.Store;
import org.entente.web.http.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docs/tutorial.md shows is what the program does, from top to bottom. {@code -Dgolden=write} writes the present output into it; read it
 * before you commit it.
 */
class TutorialTest {
    private static final Path TUTORIAL = ShippedCollection.HOME.resolve("docs/tutorial.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(console|csv|text)\n(.*?)^```$");
    private static final Pattern ADDRESS = Pattern.compile("<http://127\\.0\\.0\\.1:8080(/[^>]*)>");
    private static final Pattern FILE = Pattern.compile("# (\\S+)\n");

    @TempDir
    private Path folder;

    @Test
    void every_step_of_the_tutorial_gives_what_stands_below_it() throws IOException {
        String tutorial = Files.readString(TUTORIAL);
        StringBuilder now = new StringBuilder();
        int end = 0;
        int commands = 0;
        for (MatchResult block : BLOCK.matcher(tutorial).results().toList()) {
            now.append(tutorial, end, block.start(2));
            end = block.end(2);
            if (block.group(1).equals("console")) {
                for (String line :
                        block.group(2).lines().filter(l -> l.startsWith("$ ")).toList()) {
                    now.append(line).append("\n").append(run(line.substring(2)));
                    commands++;
                }
            } else {
                Matcher name = FILE.matcher(block.group(2));
                assertThat(name.lookingAt()).as(block.group(2)).isTrue();
                Files.writeString(folder.resolve(name.group(1)), block.group(2).substring(name.end()));
                now.append(block.group(2));
            }
        }
        now.append(tutorial.substring(end));
        assertThat(commands).isGreaterThan(20);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(TUTORIAL, now);
        }
        assertThat(tutorial).isEqualTo(now.toString());
        open(ADDRESS.matcher(tutorial)
                .results()
                .map(address -> address.group(1))
                .toList());
    }

    private String run(String line) throws IOException {
        List<String> words = ShellWords.of(line);
        return switch (words.getFirst()) {
            case "rm" -> {
                for (String file : words.subList(1, words.size())) {
                    Files.delete(folder.resolve(file));
                }
                yield "";
            }
            default -> said(words.subList(1, words.size()));
        };
    }

    /** What the program prints, with the names of files as they stand in the tutorial. */
    private String said(List<String> words) {
        List<String> all = new ArrayList<>();
        for (String word : words) {
            boolean file = word.equals("locarno") || word.matches("[a-z]+\\.(csv|txt)");
            all.add(file ? folder.resolve(word).toString() : word);
        }
        if (!List.of("init", "new").contains(words.getFirst())) {
            all.addAll(List.of("--home", ShippedCollection.HOME.toString()));
        }
        CommandRun run = CommandRun.of(all);
        assertThat(run.exit()).as(words + "\n" + run.out() + run.err()).isZero();
        return run.out()
                .replace("\r\n", "\n")
                .replace(folder + "/", "")
                .replaceAll("release [0-9a-f]{12}", "release …")
                .replaceAll("\\d+ triples, \\d+ derived", "… triples, … derived");
    }

    /** The addresses that the tutorial names, in a server over the collection that it has made. */
    private void open(List<String> addresses) {
        CollectionFiles files = ShippedCollection.FILES.withData(folder.resolve("locarno"));
        try (Store store =
                Store.inMemory(Rules.read(files.rules(), files.description().ids()))) {
            assertThat(new CollectionLoader(store, CollectionValidator.of(files), Clock.systemUTC())
                            .load(files, Progress.SILENT)
                            .findings())
                    .isEmpty();
            try (ServedStore served =
                    ServedStore.over(store, QueryCatalog.read(files.queries()), ServerOptions.defaults())) {
                for (String address : addresses) {
                    HttpResponse<String> page = served.get(address, "Accept", "text/html");
                    assertThat(page.statusCode()).as(address).isEqualTo(200);
                    assertThat(page.body())
                            .contains("Aristide Briand", "Locarno 1925")
                            .doesNotContain("Kazakh", "Kasach");
                    if (address.startsWith("/dossier")) {
                        assertThat(page.body())
                                .contains("5 October 1925", "12 October 1925", "announced", "The ministers meet");
                    }
                }
            }
        }
    }
}
