package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.draft.Entry;
import org.entente.draft.EntryKind;
import org.entente.draft.EntryLabels;
import org.entente.draft.SourceDraft;
import org.entente.store.CollectionDescription;
import org.entente.store.CollectionFiles;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.entente.vocab.Prefixes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the description of a new thing into a collection. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Adds a person, post, organization, state, region, place, event, series, delegation, project, agreement or source to a collection:",
            "its lines go to the end of a file of authority/, a source gets a file of its own. What is there already is not changed."
        },
        footer = {
            "",
            "Examples:",
            "  entente new person 'Aristide Briand' --data locarno",
            "  entente new organization 'Le Temps' --kind MediaOutlet --data locarno",
            "  entente new post 'Foreign Minister of France' --in state:france --kind minister --label fr='Ministre …' --data locarno",
            "  entente new source 'La conférence de Locarno' --publisher org:le-temps --published 1925-10-17 --data locarno"
        })
final class NewCommand implements Callable<Integer> {
    private static final String SOURCE = "source";

    @Mixin
    private CollectionOptions options;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description =
                    "person, post, organization, state, region, place, event, series, delegation, project, agreement or source.")
    private String kind;

    @Parameters(index = "1", paramLabel = "NAME", description = "Its name, or the title of the source.")
    private String name;

    @Option(
            names = "--id",
            paramLabel = "SLUG",
            description = "What stands behind its prefix (default: made of the name).")
    private @Nullable String id;

    @Option(
            names = "--label",
            paramLabel = "TAG=TEXT",
            description = "Its name in another language of the collection (default: the same).")
    private Map<String, String> labels = new LinkedHashMap<>();

    @Option(
            names = "--in",
            paramLabel = "THING",
            description =
                    "The body of a post (org:…, state:…); what an organization (org:…), region (state:…), place (place:…) or event (event:…) is part of.")
    private @Nullable String within;

    @Option(
            names = "--kind",
            paramLabel = "TERM",
            description =
                    "Kind of a post (minister, mayor …), class of an organization or event (MediaOutlet, Ministry, Ceremony …).")
    private @Nullable String type;

    @Option(names = "--publisher", paramLabel = "ORG", description = "Who published the source, such as org:le-temps.")
    private @Nullable String publisher;

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "When the source was published, such as 1925-10-17.")
    private @Nullable String published;

    @Option(names = "--url", paramLabel = "ADDRESS", description = "Where the source is.")
    private @Nullable String url;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Language of the source (default: the first of the collection).")
    private @Nullable String language;

    @Option(names = "--print", description = "Print the lines and write nothing.")
    private boolean print;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CollectionFiles files = options.collection();
        CollectionDescription about = files.description();
        try {
            return kind.equals(SOURCE) ? source(files, about) : entry(files, about);
        } catch (IOException e) {
            throw new CommandException("The collection cannot be written: " + e.getMessage());
        }
    }

    private int entry(CollectionFiles files, CollectionDescription about) throws IOException {
        EntryKind wanted = Stream.of(EntryKind.values())
                .filter(k -> k.word().equals(kind))
                .findFirst()
                .orElseThrow(() -> wrong("There is nothing like a new '" + kind + "'. Kinds: "
                        + Stream.of(EntryKind.values()).map(EntryKind::word).collect(Collectors.joining(", "))
                        + ", source."));
        if (wanted == EntryKind.POST && within == null) {
            throw wrong("A post needs its body: --in org:… or --in state:…");
        }
        requireFits(wanted, text(within));
        Map<String, String> names = new LinkedHashMap<>(EntryLabels.same(name, about.languages()));
        names.putAll(labels);
        Entry entry =
                new Entry(wanted, slug(name), names, text(within), text(type).replaceFirst("^ent:", ""));
        requireNew(files, about, entry.curie());
        return write(
                files.data().resolve("authority").resolve(wanted.file()),
                Files.isDirectory(files.data().resolve("authority").resolve(wanted.word() + "s")),
                "\n" + entry.block(),
                entry.curie());
    }

    private void requireFits(EntryKind wanted, String where) {
        String prefix = where.replaceFirst(":.*", "");
        if (where.isEmpty()
                || EntryKind.ofPrefix(prefix).isEmpty()
                || wanted.within().contains(prefix)) {
            return;
        }
        throw wrong(
                wanted.within().isEmpty()
                        ? "--in does not fit: a " + kind + " is in nothing. Leave it out."
                        : "--in " + where + " does not fit: what a " + kind + " is in begins with "
                                + String.join(": or ", wanted.within()) + ":. Nothing was written.");
    }

    private int source(CollectionFiles files, CollectionDescription about) throws IOException {
        Path folder = files.data().resolve("sources");
        int next = 1;
        while (id == null && Files.exists(folder.resolve("s" + next + ".ttl"))) {
            next++;
        }
        String slug = id == null ? "s" + next : slug(id);
        requireDate(text(published));
        requireNew(files, about, "doc:" + slug);
        SourceDraft draft = new SourceDraft(
                slug,
                name,
                language == null ? about.languages().getFirst() : language,
                text(publisher),
                text(published),
                text(url),
                about.publisher(about.languages().getFirst()));
        return write(
                folder.resolve(slug + ".ttl"), false, draft.turtle(about.languages(), LocalDate.now()), "doc:" + slug);
    }

    /** @param divided whether the collection has a folder of several files instead of this one, among which its author chooses */
    private int write(Path file, boolean divided, String lines, String curie) throws IOException {
        Console console = new Console(spec.commandLine());
        if (print || divided) {
            console.say(lines.strip());
            if (divided) {
                console.warn(
                        "This collection keeps them in a folder of several files: paste the lines into the right one.");
            }
            return 0;
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        console.say(curie + " is in " + file + ".");
        return 0;
    }

    private void requireNew(CollectionFiles files, CollectionDescription about, String curie) throws IOException {
        String iri = about.own(Prefixes.expand(curie).orElseThrow());
        Set<String> known = new HashSet<>();
        files.subjects().forEach(known::add);
        if (known.contains(iri)) {
            throw new CommandException(
                    curie + " is described already. Give the new one another --id; nothing was written.");
        }
    }

    private void requireDate(String date) {
        try {
            if (!date.isEmpty()) {
                Edtf.parse(date);
            }
        } catch (EdtfException e) {
            throw wrong("--published " + date + " is no date (" + e.getMessage()
                    + "). Write the year first: 1925, 1925-10 or 1925-10-17. Nothing was written.");
        }
    }

    private String slug(String text) {
        String slug = id == null ? EntryLabels.slug(text) : id;
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw wrong(
                    slug.isEmpty()
                            ? "No identifier can be made of '" + text + "': give one with --id, in the letters a to z."
                            : "'" + slug
                                    + "' is no identifier: write lower-case letters and digits, joined by hyphens.");
        }
        return slug.toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable String option) {
        return option == null ? "" : option.strip();
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
