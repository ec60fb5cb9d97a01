package org.entente.web.dossier;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.dossier.ContactCategory;
import org.entente.execution.Problem;
import org.entente.web.http.Format;
import org.entente.web.http.Language;
import org.entente.web.http.Negotiation;
import org.entente.web.http.RequestBody;
import org.entente.web.page.QuestionEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * A request for a dossier, with unresolved names.
 *
 * @param tiers the tiers to show; all tiers if none is named
 * @param page page of each tier, from 1; data formats have no pages
 * @param size number of rows of each tier on a page
 */
record DossierRequest(
        List<String> a, List<String> b, Set<ContactCategory> tiers, Format format, String language, int page, int size)
        implements QuestionEndpoint.Request {
    static final List<Format> OFFERED = List.of(Format.PLAIN_JSON, Format.CSV, Format.TSV, Format.HTML);
    private static final List<String> KNOWN =
            List.of("a", "b", "tier", "format", "lang", "page", "limit", "release", "cite", "bom", "shape");
    private static final int ROWS = 50;
    private static final int MOST_ROWS = 1000;

    static DossierRequest read(Context ctx) {
        Map<String, List<String>> given =
                new LinkedHashMap<>(RequestBody.parameters(ctx.req().getQueryString()));
        for (String name : given.keySet()) {
            if (!KNOWN.contains(name)) {
                throw wrong(name, "there is no such parameter; available: " + String.join(", ", KNOWN));
            }
        }
        Format format = Negotiation.require(first(given, "format"), ctx.header("Accept"), OFFERED);
        return new DossierRequest(
                texts(given, "a"),
                texts(given, "b"),
                tiers(texts(given, "tier")),
                format,
                Language.of(ctx),
                number(given, "page", 1, 1_000_000),
                number(given, "limit", ROWS, MOST_ROWS));
    }

    @Override
    public String path() {
        return "/dossier";
    }

    @Override
    public Map<String, List<String>> given() {
        return Map.of("a", a, "b", b);
    }

    /** Whether a name is still missing, so that only the form is shown. */
    boolean isUnfinished() {
        return a.isEmpty() || b.isEmpty();
    }

    private static Set<ContactCategory> tiers(List<String> words) {
        Set<ContactCategory> tiers = EnumSet.noneOf(ContactCategory.class);
        for (String word : words) {
            tiers.add(ContactCategory.named(word)
                    .orElseThrow(() -> wrong(
                            "tier",
                            "expected one of "
                                    + String.join(
                                            ", ",
                                            java.util.Arrays.stream(ContactCategory.values())
                                                    .map(ContactCategory::word)
                                                    .toList()))));
        }
        return tiers.isEmpty() ? EnumSet.allOf(ContactCategory.class) : tiers;
    }

    private static List<String> texts(Map<String, List<String>> given, String name) {
        return new ArrayList<>(given.getOrDefault(name, List.of()).stream()
                .filter(text -> !text.isBlank())
                .toList());
    }

    private static @Nullable String first(Map<String, List<String>> given, String name) {
        List<String> texts = texts(given, name);
        return texts.isEmpty() ? null : texts.getFirst();
    }

    private static int number(Map<String, List<String>> given, String name, int otherwise, int most) {
        String text = first(given, name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same problem as for an unknown tier
        }
        throw wrong(name, "expected a whole number from 1 to " + most);
    }

    private static Problem wrong(String name, String expected) {
        return Problem.of(
                        422,
                        "parameter",
                        "The parameter " + name + " is invalid",
                        "Parameter " + name + ": " + expected + ".")
                .with("parameter", name)
                .with("expected", expected);
    }
}
