package org.entente.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.text.TurtleText;

/**
 * A new collection that already answers: two sources on one meeting.
 *
 * @param languages of its labels, at least one
 * @param ids name space of its things, with a slash at the end
 * @param licence IRI; "" if it is not decided
 * @param publisher "" if it is not decided
 * @param contact {@code mailto:} or a page; "" for none
 */
public record Starter(
        String title, List<String> languages, String ids, String licence, String publisher, String contact) {
    private static final List<String> FILES = List.of(
            "collection.ttl",
            "authority/people.ttl",
            "authority/posts.ttl",
            "authority/organizations.ttl",
            "authority/places.ttl",
            "authority/events.ttl",
            "sources/s1.ttl",
            "sources/s2.ttl");
    private static final Pattern SLOT = Pattern.compile("\\{\\{(.+?)}}");

    /**
     * Writes the files.
     *
     * @return their paths below the folder
     * @throws IOException if one of them is there already, or cannot be written
     */
    public List<String> write(Path folder, LocalDate today) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : FILES) {
            files.put(file, filled(read(file), folder, today));
        }
        String readme = languages.getFirst().equals("de") ? "README_de.md" : "README_en.md";
        files.put("README.md", filled(read(readme), folder, today));
        files.put(".gitignore", ".entente/\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent(), "a file has a folder"));
            Files.writeString(path, file.getValue(), java.nio.file.StandardOpenOption.CREATE_NEW);
        }
        return List.copyOf(files.keySet());
    }

    private String filled(String template, Path folder, LocalDate today) {
        Matcher slots = SLOT.matcher(template);
        return slots.replaceAll(slot -> Matcher.quoteReplacement(value(slot.group(1), folder, today)));
    }

    private String value(String slot, Path folder, LocalDate today) {
        return switch (slot) {
            case "home" -> ids.replaceFirst("id/$", "");
            case "ids" -> ids;
            case "name" -> title;
            case "folder" -> folder.toString();
            case "title" -> EntryLabels.turtle(EntryLabels.same(title, languages));
            case "language" -> languages.getFirst();
            case "languages" -> languages.stream().map(TurtleText::quoted).collect(Collectors.joining(" , "));
            case "licence" ->
                licence.isEmpty()
                        ? "  # may others use your data, and how? dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;\n"
                        : "  dcterms:license <" + licence + "> ;\n";
            case "publisher" ->
                publisher.isEmpty()
                        ? "  # who is named in citations: dcterms:publisher \"…\" ;\n"
                        : "  dcterms:publisher " + TurtleText.quoted(publisher) + " ;\n";
            case "contact" ->
                contact.isEmpty()
                        ? "  # who corrects mistakes: dcat:contactPoint <mailto:name@example.org> ;\n"
                        : "  dcat:contactPoint <" + contact + "> ;\n";
            case "questions" -> questions();
            case "by" -> TurtleText.quoted(publisher.isEmpty() ? title : publisher);
            case "today" -> today.toString();
            default -> text(slot);
        };
    }

    /** The questions are in the languages in which pages are read and questions understood. */
    private static String questions() {
        return "\"Whom did Alma Rivers meet?\"@en , \"Wen traf Alma Rivers?\"@de";
    }

    /** {@code =Alma Rivers} is the same in all languages, {@code 1:s1.title} only in the first one, others are looked up. */
    private String text(String slot) {
        if (slot.startsWith("=")) {
            return EntryLabels.turtle(EntryLabels.same(slot.substring(1), languages));
        }
        List<String> wanted = slot.startsWith("1:") ? languages.subList(0, 1) : languages;
        String key = slot.replaceFirst("^1:", "");
        Map<String, String> texts = new LinkedHashMap<>();
        wanted.forEach(language -> texts.put(language, words(language).getProperty(key)));
        return EntryLabels.turtle(texts);
    }

    /** The languages in which the example is written; in any other its texts are English. */
    public static List<String> written() {
        return List.of("en", "de", "fr", "es", "ru");
    }

    private static Properties words(String language) {
        Properties words = new Properties();
        String base = language.replaceFirst("-.*", "");
        try (InputStreamReader in = new InputStreamReader(
                open("words_" + (written().contains(base) ? base : "en") + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String read(String file) {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Starter.class.getResourceAsStream("/init/" + file), file);
    }
}
