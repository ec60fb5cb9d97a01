package org.entente.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which column of a table is what.
 *
 * @param name number of the column with the names
 * @param properties numbers of the columns with properties
 */
record CsvColumns(int name, Map<EntityProperty, Integer> properties) {
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
    // "Title" is not among them: in one table it is "Minister", in the next "Dr.".
    private static final Map<EntityProperty, List<String>> HEADINGS = new EnumMap<>(EntityProperty.class);

    static {
        HEADINGS.put(EntityProperty.COUNTRY, List.of("country", "land", "staat", "state", "nation", "страна", "ел"));
        HEADINGS.put(
                EntityProperty.OFFICE,
                List.of("office", "amt", "post", "position", "funktion", "function", "role", "должность"));
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
                List.of("birthdate", "dateofbirth", "born", "birth", "geburtsdatum", "geboren", "датарождения"));
        HEADINGS.put(EntityProperty.CO_MENTIONED, List.of("comentioned", "with", "mit", "counterpart", "gegenüber"));
        HEADINGS.put(EntityProperty.ALTERNATE_NAME, List.of("alternatename", "alias", "aka", "othername", "andername"));
        HEADINGS.put(EntityProperty.WIKIDATA, List.of("wikidata", "qid", "wikidataid"));
        HEADINGS.put(EntityProperty.GND, List.of("gnd", "gndid"));
        HEADINGS.put(EntityProperty.ROR, List.of("ror", "rorid"));
        HEADINGS.put(EntityProperty.ISNI, List.of("isni"));
        HEADINGS.put(EntityProperty.VIAF, List.of("viaf", "viafid"));
        HEADINGS.put(EntityProperty.ISO_3166, List.of("iso3166", "iso"));
        HEADINGS.put(EntityProperty.GEONAMES, List.of("geonames", "geonamesid"));
    }

    /**
     * The columns as named, and the others as guessed from their headings.
     *
     * @param name heading of the column with the names; empty to guess
     * @param named headings by property; a blank one switches the guess off
     * @throws CsvException if there is no such column, or there are two
     */
    static CsvColumns of(List<String> headings, Optional<String> name, Map<EntityProperty, String> named) {
        Map<EntityProperty, Integer> properties = new EnumMap<>(EntityProperty.class);
        named.forEach((property, heading) -> {
            if (!heading.isBlank()) {
                properties.put(property, column(headings, heading));
            }
        });
        Optional<Integer> given = name.map(heading -> column(headings, heading));
        List<Integer> taken = new ArrayList<>(properties.values());
        given.ifPresent(taken::add);
        int names = given.orElseGet(() -> guessed(headings, NAMES, taken).orElse(-1));
        taken.add(names);
        HEADINGS.forEach((property, words) -> {
            if (!named.containsKey(property)) {
                guessed(headings, words, taken).ifPresent(column -> {
                    properties.put(property, column);
                    taken.add(column);
                });
            }
        });
        if (names < 0) {
            names = IntStream.range(0, headings.size())
                    .filter(i -> !taken.contains(i))
                    .findFirst()
                    .orElse(0);
        }
        return new CsvColumns(names, properties);
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
        return "name = \"" + headings.get(name) + "\""
                + properties.entrySet().stream()
                        .map(e -> ", " + e.getKey().id() + " = \"" + headings.get(e.getValue()) + "\"")
                        .collect(Collectors.joining());
    }
}
