package org.entente.sparql;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of SPARQL with a header: lines that begin with {@code #+}, one after another, and together are YAML.
 *
 * @param yaml the lines of the header without their mark
 * @param firstLine line of the file in which the header begins, from 1; 1 if there is none
 * @param strays lines of the file, from 1, that have the mark but stand after the end of the header
 * @param sparql everything else
 */
public record QueryFile(String yaml, int firstLine, List<Integer> strays, String sparql) {
    private static final String MARK = "#+";

    public static QueryFile of(List<String> lines) {
        StringBuilder yaml = new StringBuilder();
        List<Integer> strays = new ArrayList<>();
        List<String> sparql = new ArrayList<>();
        int firstLine = 0;
        boolean over = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.startsWith(MARK)) {
                sparql.add(line);
                over |= firstLine > 0 || !line.isBlank();
            } else if (over) {
                strays.add(i + 1);
            } else {
                firstLine = firstLine > 0 ? firstLine : i + 1;
                yaml.append(line.substring(line.startsWith(MARK + " ") ? 3 : 2)).append('\n');
            }
        }
        return new QueryFile(
                yaml.toString(),
                Math.max(1, firstLine),
                strays,
                String.join("\n", sparql).strip() + "\n");
    }

    /**
     * The header as a mapping of keys and values; without keys if there is none.
     *
     * @throws HeaderNode.Malformed if it is not YAML, or not a mapping
     */
    public HeaderNode header() throws HeaderNode.Malformed {
        return HeaderNode.parse(yaml);
    }

    /** Line of the file of a line of the header, both from 1. */
    public int lineOf(int yamlLine) {
        return firstLine + Math.max(1, yamlLine) - 1;
    }
}
