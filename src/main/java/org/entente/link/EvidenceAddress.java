package org.entente.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Web addresses of the files that {@code ent:linkEvidence} names: addresses as they stand there, and files of a public repository at one
 * commit, "owner/name@0123abcd folder/file.csv:12" or "owner/name folder/file.csv@0123abcd". What names no file has no address.
 */
final class EvidenceAddress {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>|;]+[^\\s\"<>|;.,)]");
    private static final String REPOSITORY = "([A-Za-z0-9][\\w.-]*/[\\w.-]+)";
    private static final String COMMIT = "([0-9a-f]{7,40})";
    private static final String FILE = "([\\w.+~/-]*\\.[a-z]{2,6})";
    private static final Pattern COMMIT_FIRST =
            Pattern.compile(REPOSITORY + "@" + COMMIT + "\\s+" + FILE + "(?::([0-9]+))?(?=$|[\\s#;,:])");
    private static final Pattern COMMIT_LAST = Pattern.compile(REPOSITORY + "\\s+" + FILE + "@" + COMMIT + "\\b");

    private EvidenceAddress() {}

    /** The addresses in the order in which the evidence names them. */
    static List<String> in(String evidence) {
        Set<String> found = new LinkedHashSet<>();
        for (String part : evidence.split(";\\s+")) {
            Matcher address = ADDRESS.matcher(part);
            while (address.find()) {
                found.add(address.group());
            }
            Matcher first = COMMIT_FIRST.matcher(part);
            while (first.find()) {
                String line = first.group(4) == null ? "" : "#L" + first.group(4);
                found.add(file(first.group(1), first.group(2), first.group(3)) + line);
            }
            Matcher last = COMMIT_LAST.matcher(part);
            while (last.find()) {
                found.add(file(last.group(1), last.group(3), last.group(2)));
            }
        }
        return new ArrayList<>(found);
    }

    private static String file(String repository, String commit, String path) {
        return "https://github.com/" + repository + "/blob/" + commit + "/" + path;
    }
}
