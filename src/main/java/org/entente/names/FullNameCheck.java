package org.entente.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The other names of an entity, where one of them is short: "Scholz" forgives every first name and initial, "Olaf Scholz" does not.
 */
final class FullNameCheck {
    /** The word that is not in the short name is another one in every fuller name: at most as good as this … */
    private static final double CONTRADICTED = 0.55;
    /** … and this share of what the short name has, so that their order stays. */
    private static final double KEPT = 0.1;

    private final Map<String, Postings> rows = new HashMap<>();
    private final List<NormalForm> forms;

    /** @param forms of all rows, in their order */
    FullNameCheck(List<NameRow> names, List<NormalForm> forms) {
        this.forms = forms;
        for (int id = 0; id < names.size(); id++) {
            rows.computeIfAbsent(names.get(id).entity(), entity -> new Postings())
                    .add(id);
        }
        rows.values().removeIf(ids -> ids.size() < 2);
    }

    /**
     * A fuller name of the entity that contradicts what was asked for: it has all words of the short name, and none of the words that
     * the short name leaves over is one of its others or begins it. −1 if there is none, or if another fuller name agrees.
     */
    int contradicting(NormalForm asked, String entity, int row) {
        Postings others = rows.get(entity);
        NormalForm shorter = forms.get(row);
        if (others == null || names(asked) <= names(shorter)) {
            return -1;
        }
        List<NameToken> left = left(asked, shorter);
        if (left.isEmpty()) {
            return -1;
        }
        int[] found = {-1};
        boolean[] agrees = {false};
        others.forEach(id -> {
            NormalForm fuller = forms.get(id);
            if (!agrees[0] && id != row && names(fuller) > names(shorter) && fuller.contains(shorter)) {
                agrees[0] = left(fuller, shorter).stream()
                        .anyMatch(theirs -> left.stream().anyMatch(mine -> mayBe(mine, theirs)));
                found[0] = found[0] < 0 || names(fuller) < names(forms.get(found[0])) ? id : found[0];
            }
        });
        return agrees[0] ? -1 : found[0];
    }

    /** What remains of a score when a fuller name contradicts. */
    static double contradicted(double score) {
        return Math.min(score, CONTRADICTED + KEPT * score);
    }

    private static int names(NormalForm form) {
        int names = 0;
        for (NameToken token : form.tokens()) {
            names += isName(token) ? 1 : 0;
        }
        return names;
    }

    private static boolean isName(NameToken token) {
        return token.role() == TokenRole.NAME || token.role() == TokenRole.INITIAL;
    }

    /** Names and initials that have no partner in the shorter form. */
    private static List<NameToken> left(NormalForm longer, NormalForm shorter) {
        List<NameToken> left = new ArrayList<>();
        List<NameToken> free = new ArrayList<>(shorter.tokens());
        for (NameToken token : longer.tokens()) {
            if (isName(token)
                    && !free.remove(free.stream()
                            .filter(other -> token.role() == other.role() && mayBe(token, other))
                            .findFirst()
                            .orElse(null))) {
                left.add(token);
            }
        }
        return left;
    }

    private static boolean mayBe(NameToken one, NameToken other) {
        if (one.role() == TokenRole.INITIAL || other.role() == TokenRole.INITIAL) {
            return one.role() == TokenRole.INITIAL ? one.mayBegin(other) : other.mayBegin(one);
        }
        return Reasons.alike(one, other) > Reasons.ALIKE;
    }
}
