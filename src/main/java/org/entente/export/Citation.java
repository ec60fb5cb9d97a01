package org.entente.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.text.Json;

/**
 * How a page or result is cited.
 *
 * @param title what the page is called
 * @param url its permanent address
 * @param release id of the collection that it was made from
 * @param retrieved the day
 * @param hash SHA-256 of the result as it is downloaded, in hex; "" for pages that are no result
 * @param hashed format of the download that was hashed, such as CSV
 * @param language of the citation, {@code de} or {@code en}
 * @param collection what the collection is called
 * @param publisher who publishes it
 * @param extent what was asked, and how much came of it
 */
public record Citation(
        String title,
        String url,
        String release,
        LocalDate retrieved,
        String hash,
        String hashed,
        String language,
        String collection,
        String publisher,
        Extent extent) {

    /**
     * What is cited.
     *
     * @param issued day of the release
     * @param question the question as address, normalised; "" for pages that are no result
     * @param rows number of rows; -1 if it is not known
     */
    public record Extent(LocalDate issued, String question, long rows) {}

    /** Formats of citations. */
    public enum Format {
        BIBTEX("bib", "application/x-bibtex; charset=utf-8"),
        CSL("csl", "application/vnd.citationstyles.csl+json"),
        DATACITE("datacite", "application/vnd.datacite.datacite+json"),
        RIS("ris", "application/x-research-info-systems; charset=utf-8"),
        TEXT("txt", "text/plain; charset=utf-8");

        private final String word;
        private final String mediaType;

        Format(String word, String mediaType) {
            this.word = word;
            this.mediaType = mediaType;
        }

        /** The name in addresses. */
        public String word() {
            return word;
        }

        public String mediaType() {
            return mediaType;
        }

        /** The end of a file's name. */
        public String extension() {
            return this == CSL || this == DATACITE ? "json" : word;
        }

        /** The format with this name in addresses. */
        public static Optional<Format> named(String word) {
            return java.util.Arrays.stream(values())
                    .filter(format -> format.word.equals(word))
                    .findFirst();
        }
    }

    /** The citation in a format. */
    public String in(Format format) {
        return switch (format) {
            case BIBTEX -> bibtex();
            case CSL -> csl();
            case DATACITE -> datacite();
            case RIS -> ris();
            case TEXT -> text();
        };
    }

    /** Names the citation among others: the same page of the same release has the same key. */
    String key() {
        String path =
                url.replaceFirst("^[a-z]+://[^/]+", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String short_ = path.replaceAll("^-|-$", "");
        return slug(collection) + "-" + release
                + (short_.isEmpty() ? "" : "-" + short_.substring(0, Math.min(48, short_.length())));
    }

    private static String slug(String text) {
        String ascii = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String words =
                ascii.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.isEmpty() ? "collection" : words.substring(0, Math.min(24, words.length()));
    }

    private String bibtex() {
        return "@misc{" + key() + ",\n"
                + "  author       = {{" + tex(publisher) + "}},\n"
                + "  title        = {{" + tex(title) + "}},\n"
                + "  howpublished = {" + tex(collection) + ", " + say("Ausgabe", "release") + " " + tex(release)
                + "},\n"
                + "  year         = {" + extent.issued().getYear() + "},\n"
                + "  date         = {" + extent.issued() + "},\n"
                + "  url          = {" + address() + "},\n"
                + "  urldate      = {" + retrieved + "},\n"
                + (note().isEmpty() ? "" : "  note         = {" + tex(note()) + "},\n")
                + "  language     = {" + say("german", "english") + "}\n"
                + "}\n";
    }

    private String csl() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", key());
        item.put("type", "webpage");
        item.put("title", line(title));
        item.put("author", List.of(Map.of("literal", line(publisher))));
        item.put("container-title", line(collection));
        item.put("version", release);
        item.put("URL", url);
        item.put("issued", dateParts(extent.issued()));
        item.put("accessed", dateParts(retrieved));
        item.put("language", language);
        if (!note().isEmpty()) {
            item.put("note", note());
        }
        return json(List.of(item));
    }

    private static Map<String, Object> dateParts(LocalDate day) {
        return Map.of("date-parts", List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth())));
    }

    /** Metadata in the schema of DataCite, version 4; the identifier is the address, for no DOI was registered. */
    private String datacite() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("identifiers", List.of(Map.of("identifier", url, "identifierType", "URL")));
        item.put("creators", List.of(Map.of("name", line(publisher), "nameType", "Organizational")));
        item.put("titles", List.of(Map.of("title", line(title), "lang", language)));
        item.put("publisher", Map.of("name", line(publisher)));
        item.put("publicationYear", Integer.toString(extent.issued().getYear()));
        item.put("types", Map.of("resourceTypeGeneral", "Dataset", "resourceType", "Query result"));
        item.put(
                "dates",
                List.of(
                        Map.of("date", extent.issued().toString(), "dateType", "Issued"),
                        Map.of("date", retrieved.toString(), "dateType", "Collected")));
        item.put("language", language);
        item.put("version", release);
        item.put("url", url);
        if (extent.rows() >= 0) {
            item.put("sizes", List.of(extent.rows() + " rows"));
        }
        item.put(
                "rightsList",
                List.of(Map.of(
                        "rights", "Creative Commons Zero v1.0 Universal",
                        "rightsUri", "https://creativecommons.org/publicdomain/zero/1.0/",
                        "rightsIdentifier", "cc0-1.0")));
        if (!note().isEmpty()) {
            item.put("descriptions", List.of(Map.of("description", note(), "descriptionType", "TechnicalInfo")));
        }
        item.put("schemaVersion", "http://datacite.org/schema/kernel-4");
        return json(item);
    }

    private static String json(Object value) {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ris() {
        StringBuilder ris = new StringBuilder();
        tag(ris, "TY", "ELEC");
        tag(ris, "ID", key());
        tag(ris, "AU", publisher);
        tag(ris, "TI", title);
        tag(ris, "T2", collection);
        tag(ris, "ET", release);
        tag(ris, "PY", Integer.toString(extent.issued().getYear()));
        tag(ris, "DA", extent.issued().format(DateTimeFormatter.ofPattern("yyyy/MM/dd")));
        tag(ris, "Y2", retrieved.format(DateTimeFormatter.ofPattern("yyyy/MM/dd")));
        tag(ris, "UR", url);
        tag(ris, "LA", language);
        if (!note().isEmpty()) {
            tag(ris, "N1", note());
        }
        return ris.append("ER  - \r\n").toString();
    }

    /** One sentence, as it stands in a footnote. */
    public String text() {
        String day = retrieved.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(say("de", "en-GB"))));
        return say(
                line(collection) + ": „" + line(title) + "“. Ausgabe " + release + ". " + url + " (abgerufen am " + day
                        + ")." + (note().isEmpty() ? "" : " " + note() + "."),
                line(collection) + ": “" + line(title) + "”. Release " + release + ". " + url + " (retrieved " + day
                        + ")." + (note().isEmpty() ? "" : " " + note() + "."));
    }

    /** What was asked, how many rows came, and their hash. */
    private String note() {
        if (hash.isEmpty()) {
            return "";
        }
        String question =
                extent.question().isEmpty() ? "" : say("Frage ", "Question ") + line(extent.question()) + ". ";
        String rows = extent.rows() < 0
                ? ""
                : extent.rows() + (extent.rows() == 1 ? say(" Zeile", " row") : say(" Zeilen", " rows")) + ". ";
        return question + rows + say("SHA-256 des Ergebnisses als ", "SHA-256 of the result as ") + hashed + ": "
                + hash;
    }

    private static void tag(StringBuilder ris, String name, String value) {
        ris.append(name).append("  - ").append(line(value)).append("\r\n");
    }

    /** A line of its own must not begin in a value: it would be read as another field. */
    private static String line(String value) {
        return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** Characters that TeX would take for commands are written as such. */
    private static String tex(String value) {
        StringBuilder out = new StringBuilder();
        line(value).codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '{', '}', '$', '&', '#', '_', '%' -> out.append('\\').appendCodePoint(c);
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** The address without what would end the field. */
    private String address() {
        return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C");
    }

    private String say(String de, String en) {
        return language.equals("de") ? de : en;
    }
}
