package org.entente.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which column of a table is what.
 *
 * @param names numbers of the columns that make up the name, in the order of its parts
 * @param properties numbers of the columns with properties
 */
record CsvColumns(List<Integer> names, Map<EntityProperty, Integer> properties) {
    private static final Pattern ITEM =
            Pattern.compile("(?:https?://(?:www\\.|m\\.)?wikidata\\.org/(?:entity|wiki)/|wd:)?Q[1-9][0-9]*");
    private static final List<String> NAMES = List.of(
            "name",
            "person",
            "personname",
            "fullname",
            "label",
            "entity",
            "entität",
            "vollername",
            "institution",
            "имя",
            "фио",
            "название",
            "аты");
    private static final List<String> GIVEN =
            List.of("vorname", "vornamen", "rufname", "givenname", "givennames", "firstname", "forename", "имя", "аты");
    private static final List<String> FAMILY = List.of(
            "nachname",
            "familienname",
            "zuname",
            "surname",
            "lastname",
            "familyname",
            "фамилия",
            "тегі",
            // "Name, Vorname" is how German lists are headed.
            "name");
    // "Title" is not among them: in one table it is "Minister", in the next "Dr.".
    private static final Map<EntityProperty, List<String>> HEADINGS = new EnumMap<>(EntityProperty.class);

    static {
        HEADINGS.put(EntityProperty.COUNTRY, List.of("country", "land", "staat", "state", "nation", "страна", "ел"));
        HEADINGS.put(
                EntityProperty.OFFICE,
                List.of(
                        "office",
                        "amt",
                        "post",
                        "position",
                        "funktion",
                        "amtfunktion",
                        "amtsbezeichnung",
                        "function",
                        "role",
                        "jobtitle",
                        "должность"));
        HEADINGS.put(
                EntityProperty.ORGANIZATION,
                List.of(
                        "organization",
                        "organisation",
                        "affiliation",
                        "body",
                        "ministry",
                        "ministerium",
                        "организация"));
        HEADINGS.put(EntityProperty.PLACE, List.of("place", "ort", "stadt", "city", "seat", "sitz", "место", "город"));
        HEADINGS.put(EntityProperty.DATE, List.of("date", "datum", "when", "дата"));
        HEADINGS.put(
                EntityProperty.BIRTH_DATE,
                List.of(
                        "birthdate",
                        "dateofbirth",
                        "dob",
                        "born",
                        "birth",
                        "geburtsdatum",
                        "geboren",
                        "geburtsjahr",
                        "birthyear",
                        "yearofbirth",
                        "birthday",
                        "geb",
                        "geburtstag",
                        "jahrgang",
                        "годрождения",
                        "датарождения"));
        HEADINGS.put(EntityProperty.CO_MENTIONED, List.of("comentioned", "with", "mit", "counterpart", "gegenüber"));
        HEADINGS.put(EntityProperty.ALTERNATE_NAME, List.of("alternatename", "alias", "aka", "othername", "andername"));
        HEADINGS.put(
                EntityProperty.WIKIDATA,
                List.of("wikidata", "qid", "wikidataid", "wikidataqid", "wikidataurl", "wikidatalink", "wikidataitem"));
        HEADINGS.put(EntityProperty.GND, List.of("gnd", "gndid", "gndnummer", "gndnr", "gndurl", "gndlink"));
        HEADINGS.put(EntityProperty.ROR, List.of("ror", "rorid"));
        HEADINGS.put(EntityProperty.ISNI, List.of("isni"));
        HEADINGS.put(EntityProperty.VIAF, List.of("viaf", "viafid"));
        HEADINGS.put(EntityProperty.ISO_3166, List.of("iso3166", "iso"));
        HEADINGS.put(EntityProperty.GEONAMES, List.of("geonames", "geonamesid"));
    }

    /**
     * The columns as named, and the others as guessed from their headings.
     *
     * @param names headings of the columns that make up the name; none to guess
     * @param named headings by property; a blank one switches the guess off
     * @param rows to look at where headings say nothing
     * @throws CsvException if there is no such column, or there are two
     */
    static CsvColumns of(
            List<String> headings, List<String> names, Map<EntityProperty, String> named, List<List<String>> rows) {
        Map<EntityProperty, Integer> properties = new EnumMap<>(EntityProperty.class);
        named.forEach((property, heading) -> {
            if (!heading.isBlank()) {
                properties.put(property, column(headings, heading));
            }
        });
        List<Integer> taken = new ArrayList<>(properties.values());
        List<Integer> parts = new ArrayList<>();
        names.forEach(heading -> parts.add(column(headings, heading)));
        if (parts.isEmpty()) {
            parts.addAll(guessedNames(headings, taken));
        }
        taken.addAll(parts);
        HEADINGS.forEach((property, words) -> {
            if (!named.containsKey(property)) {
                guessed(headings, words, taken).ifPresent(column -> {
                    properties.put(property, column);
                    taken.add(column);
                });
            }
        });
        if (!properties.containsKey(EntityProperty.WIKIDATA) && !named.containsKey(EntityProperty.WIKIDATA)) {
            IntStream.range(0, headings.size())
                    .filter(i -> !taken.contains(i) && holdsItems(rows, i))
                    .findFirst()
                    .ifPresent(column -> {
                        properties.put(EntityProperty.WIKIDATA, column);
                        taken.add(column);
                    });
        }
        if (parts.isEmpty()) {
            parts.add(IntStream.range(0, headings.size())
                    .filter(i -> !taken.contains(i))
                    .findFirst()
                    .orElse(0));
        }
        return new CsvColumns(List.copyOf(parts), properties);
    }

    private static List<Integer> guessedNames(List<String> headings, List<Integer> taken) {
        Optional<Integer> given = guessed(headings, GIVEN, taken);
        List<Integer> rest = new ArrayList<>(taken);
        given.ifPresent(rest::add);
        Optional<Integer> family = guessed(headings, FAMILY, rest);
        if (given.isPresent() && family.isPresent()) {
            return List.of(given.get(), family.get());
        }
        return guessed(headings, NAMES, taken).or(() -> family).map(List::of).orElse(List.of());
    }

    /** Whether a heading is one of names, so that a table may consist of nothing else. */
    static boolean isName(String heading) {
        return NAMES.contains(folded(heading)) || FAMILY.contains(folded(heading));
    }

    /** Whether a line is the heading of a column that is known. */
    static boolean isHeading(String line) {
        return isName(line)
                || GIVEN.contains(folded(line))
                || HEADINGS.values().stream().anyMatch(words -> words.contains(folded(line)));
    }

    private static boolean holdsItems(List<List<String>> rows, int column) {
        List<String> cells = rows.stream()
                .limit(50)
                .map(row -> row.get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
        return !cells.isEmpty()
                && cells.stream().filter(cell -> ITEM.matcher(cell).matches()).count() >= 0.8 * cells.size();
    }

    private static Optional<Integer> guessed(List<String> headings, List<String> words, List<Integer> taken) {
        for (String word : words) {
            for (int i = 0; i < headings.size(); i++) {
                if (!taken.contains(i) && folded(headings.get(i)).equals(word)) {
                    return Optional.of(i);
                }
            }
        }
        return Optional.empty();
    }

    private static int column(List<String> headings, String wanted) {
        int[] found = IntStream.range(0, headings.size())
                .filter(i -> headings.get(i).strip().equals(wanted.strip()))
                .toArray();
        if (found.length == 1) {
            return found[0];
        }
        String known = headings.stream().map(h -> '"' + h + '"').collect(Collectors.joining(", "));
        throw new CsvException(
                found.length == 0
                        ? "There is no column \"" + wanted + "\"; available: " + known + "."
                        : "There are " + found.length + " columns \"" + wanted + "\" (numbers "
                                + Arrays.stream(found)
                                        .mapToObj(i -> Integer.toString(i + 1))
                                        .collect(Collectors.joining(", "))
                                + "). Give them different headings.",
                1,
                1);
    }

    private static String folded(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** As a line for people: {@code name = "Name", country = "Land"}. */
    String described(List<String> headings) {
        return "name = \"" + names.stream().map(headings::get).collect(Collectors.joining("\" + \"")) + "\""
                + properties.entrySet().stream()
                        .map(e -> ", " + e.getKey().id() + " = \"" + headings.get(e.getValue()) + "\"")
                        .collect(Collectors.joining());
    }
}
