package org.entente.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.annotate.Annotation;
import org.entente.annotate.AnnotationJson;
import org.entente.annotate.AnnotationText;
import org.entente.annotate.Annotator;
import org.entente.annotate.Card;
import org.entente.annotate.CardPattern;
import org.entente.annotate.CardSource;
import org.entente.annotate.HttpProposer;
import org.entente.annotate.LikeSources;
import org.entente.annotate.ProposerException;
import org.entente.annotate.RememberedPatterns;
import org.entente.draft.EntryLabels;
import org.entente.draft.SourceDraft;
import org.entente.execution.Select;
import org.entente.sheet.SheetException;
import org.entente.sheet.SheetExport;
import org.entente.sheet.Sheets;
import org.entente.store.CollectionDescription;
import org.entente.store.CollectionFiles;
import org.entente.store.NameIndex;
import org.entente.text.ExceptionText;
import org.entente.time.Edtf;
import org.entente.time.EdtfException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes reports for a text. */
@Command(
        name = "annotate",
        mixinStandardHelpOptions = true,
        description = {
            "Proposes reports for a text in German, English or Russian: who met whom, in which office, when, where, with the words from which",
            "each of these comes. Nothing is written unless --write says so, and nothing is right before somebody has looked at it."
        },
        footer = {
            "",
            "Examples:",
            "  entente annotate article.txt --date 2024-05-02                       shows the proposals",
            "  entente annotate article.txt --date 2024-05-02 --format csv          the same as rows of a sheet",
            "  entente annotate article.txt --date 2024-05-02 --id x1 --write       writes sources/x1.ttl, and what is new to authority/from-x1.ttl"
        })
final class AnnotateCommand implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    /** The output formats. */
    enum Format {
        text,
        json,
        csv,
        turtle
    }

    @Mixin
    private CollectionOptions options;

    @Parameters(paramLabel = "FILE", description = "The text, in UTF-8.")
    private Path file;

    @Option(
            names = "--date",
            defaultValue = "",
            paramLabel = "DATE",
            description =
                    "When it was published, such as 2024-05-02 or 2024-05: \"on 2 May\" and \"today\" are read with it.")
    private String date;

    @Option(names = "--title", paramLabel = "TEXT", description = "Its title (default: its first line).")
    private @Nullable String title;

    @Option(
            names = "--publisher",
            defaultValue = "",
            paramLabel = "ORG",
            description = "Who published it, such as org:le-temps.")
    private String publisher;

    @Option(names = "--url", defaultValue = "", paramLabel = "ADDRESS", description = "Where it is.")
    private String url;

    @Option(names = "--id", paramLabel = "NAME", description = "Name of the source (default: that of the file).")
    private @Nullable String id;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private Format format;

    @Option(
            names = "--write",
            description =
                    "Write all proposals into the collection, for somebody to correct; no file that is there is changed.")
    private boolean write;

    @Mixin
    private ProposerOption proposer;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireDate();
        String text = text();
        CollectionFiles files = options.collection();
        CollectionDescription about = files.description();
        Console console = new Console(spec.commandLine());
        try (Application application = Application.loadedForReading(options, console)) {
            NameIndex names = application.store().names();
            String titled = title == null ? "" : title;
            Annotator annotator = application.store().read(dataset -> Annotator.of(names, Select.on(dataset)));
            Annotation annotation = proposed(
                    annotator,
                    CardPattern.applied(
                            annotator.annotate(text, date, titled),
                            new RememberedPatterns(Optional.of(files.data())).all()));
            List<LikeSources.Like> like = annotator.like(annotation, titled, url);
            String source = source();
            CardSource cards = CardSource.of(
                    annotation,
                    annotation.cards().stream().map(Card::withoutDoubtful).toList(),
                    source,
                    names,
                    about);
            if (write) {
                return write(files, cards, draft(annotation, source, about), console);
            }
            console.say(
                    switch (format) {
                        case text -> AnnotationText.of(like) + AnnotationText.of(annotation, names);
                        case json -> AnnotationJson.of(annotation, names, like).toPrettyString();
                        case csv -> new SheetExport(cards.sheet().rows()).csv().stripTrailing();
                        case turtle -> turtle(files, cards, draft(annotation, source, about));
                    });
            return 0;
        } catch (SheetException e) {
            throw new CommandException("The proposals cannot be written as a source: " + e.getMessage());
        }
    }

    /** With the cards of the proposer, if there is one. */
    private Annotation proposed(Annotator annotator, Annotation annotation) {
        try {
            return proposer.address()
                    .map(HttpProposer::new)
                    .map(asked -> annotator.with(
                            annotation,
                            asked.propose(
                                    annotation.text(), annotation.language().tag(), date),
                            date))
                    .orElse(annotation);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), ExceptionText.of(e));
        } catch (ProposerException e) {
            throw new CommandException(ExceptionText.of(e) + " Leave --proposer out to go on without it.");
        }
    }

    private SourceDraft draft(Annotation annotation, String source, CollectionDescription about) {
        String first = annotation.text().strip().lines().findFirst().orElse(source);
        return new SourceDraft(
                source,
                title == null ? (first.length() > 120 ? source : first.strip()) : title,
                annotation.language().tag(),
                publisher,
                date,
                url,
                about.publisher(about.languages().getFirst()));
    }

    private static String turtle(CollectionFiles files, CardSource cards, SourceDraft draft) {
        String authority = cards.authority();
        return (authority.isEmpty() ? "" : "# authority/from-" + draft.id() + ".ttl\n\n" + authority + "\n")
                + "# sources/" + draft.id() + ".ttl\n\n"
                + cards.turtle(new Sheets(files), draft, LocalDate.now());
    }

    private int write(CollectionFiles files, CardSource cards, SourceDraft draft, Console console) {
        Path source = files.data().resolve("sources").resolve(draft.id() + ".ttl");
        Path authority = files.data().resolve("authority").resolve("from-" + draft.id() + ".ttl");
        for (Path there : new Path[] {source, authority}) {
            if (Files.exists(there)) {
                throw new CommandException(there + " is there already; give another --id. Nothing was written.");
            }
        }
        String turtle = cards.turtle(new Sheets(files), draft, LocalDate.now());
        try {
            Files.createDirectories(source.getParent());
            Files.createDirectories(authority.getParent());
            Files.writeString(source, turtle);
            console.say("The proposals are in " + source + ".");
            if (!cards.authority().isEmpty()) {
                Files.writeString(authority, cards.authority());
                console.say("What is new is in " + authority + ".");
            }
            console.say("Correct them, and look at them with: entente check");
            return 0;
        } catch (IOException e) {
            throw new CommandException("The collection cannot be written: " + e.getMessage());
        }
    }

    private String source() {
        String name =
                id == null ? EntryLabels.slug(file.getFileName().toString().replaceFirst("\\.[^.]*$", "")) : id;
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--id: '" + name
                            + "' is no name of a source: write lower-case letters and digits, joined by hyphens.");
        }
        return name;
    }

    private void requireDate() {
        try {
            if (!date.isEmpty()) {
                Edtf.parse(date);
            }
        } catch (EdtfException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--date " + date + " is no date. Write the year first: 1925, 1925-10 or 1925-10-17.");
        }
    }

    private String text() {
        try {
            if (!Files.isRegularFile(file)) {
                throw new CommandException("There is no file " + file + ".");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            if (text.isBlank() || text.length() > MOST) {
                throw new CommandException(
                        file + (text.isBlank() ? " is empty." : " is too long: more than a million characters."));
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read as a text in UTF-8: " + e.getMessage());
        }
    }
}
