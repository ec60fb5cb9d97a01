package org.entente.names;

import java.util.Arrays;
import java.util.List;

/** A name that was asked for, ready to be laid beside the names of a table, word by word. */
final class Alignment {
    /** Two words that differ in some sounds count less than in proportion: a surname is not three quarters of another. */
    private static final double STEEPNESS = 3;
    /** A name has words that the other leaves out: a surname for the full name. */
    private static final double LEFT_OUT = 0.3;
    /** An initial that fits. */
    private static final double INITIAL_FITS = 0.85;
    /** So much more than without it. */
    private static final double INITIAL_TELLS = 0.01;
    /** Words in another order. */
    private static final double OTHER_ORDER = 0.005;

    private final Vocabulary vocabulary;
    private final List<NameToken> asked;
    private final List<Vocabulary.Like> alike;
    private final double[] weights;

    /** @param alike for every token the tokens of the table that are like it */
    Alignment(Vocabulary vocabulary, List<NameToken> asked, List<Vocabulary.Like> alike) {
        this.vocabulary = vocabulary;
        this.asked = asked;
        this.alike = alike;
        this.weights = new double[asked.size()];
        for (int i = 0; i < weights.length; i++) {
            List<Vocabulary.Near> near = alike.get(i).mostAlikeFirst();
            // A word that no name has is as telling as one in a single name.
            weights[i] = near.isEmpty() || near.getFirst().alike() < 0.8
                    ? 1
                    : vocabulary.weight(near.getFirst().token());
        }
    }

    /**
     * How much of both names fits, from 0 to 1.
     *
     * @param roles what the tokens do in that name
     */
    double score(int[] tokens, TokenRole[] roles) {
        int n = asked.size();
        int m = tokens.length;
        double[][] fit = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                fit[i][j] = fit(i, tokens[j], roles[j]);
            }
        }
        int[] partner = new int[n];
        Arrays.fill(partner, -1);
        boolean[] taken = new boolean[m];
        pair(fit, partner, taken, tokens);
        double common = 0;
        double all = 0;
        double initialCommon = 0;
        double initialAll = 0;
        boolean askedLeft = false;
        boolean patronymicLeft = false;
        int named = 0;
        boolean order = true;
        int last = -1;
        for (int i = 0; i < n; i++) {
            TokenRole role = asked.get(i).role();
            if (partner[i] >= 0) {
                double w = (weights[i] * matched(role)
                        + vocabulary.weight(tokens[partner[i]]) * matched(roles[partner[i]]));
                double fits = w * Math.pow(fit[i][partner[i]], STEEPNESS);
                common += fits;
                all += w;
                if (role == TokenRole.INITIAL && roles[partner[i]] == TokenRole.NAME) {
                    initialCommon += fits;
                    // A second initial only says more.
                    initialAll += w - (initialAll > 0 ? 0 : LEFT_OUT * vocabulary.weight(tokens[partner[i]]));
                }
                order &= partner[i] > last;
                last = partner[i];
                named += role == TokenRole.NAME ? 1 : 0;
            } else {
                all += weights[i] * role.missing;
                askedLeft |= role == TokenRole.NAME || role == TokenRole.INITIAL;
                patronymicLeft |= role == TokenRole.PATRONYMIC;
            }
        }
        for (int j = 0; j < m; j++) {
            if (!taken[j]) {
                double w = vocabulary.weight(tokens[j]);
                all += switch (roles[j]) {
                    case NAME -> w * (askedLeft ? 1 : LEFT_OUT);
                    case PATRONYMIC -> w * (patronymicLeft ? 0.8 : roles[j].missing);
                    default -> w * roles[j].missing;
                };
            }
        }
        if (all == 0 || named == 0 && n > 1) {
            return all == 0 ? 0 : 0.5 * common / all;
        }
        double share = common / all;
        if (initialAll > 0 && !askedLeft) {
            // "O. Scholz" says no less of Olaf Scholz than "Scholz" does.
            share = Math.max(share, INITIAL_TELLS + (common - initialCommon) / (all - initialAll));
        }
        return Math.clamp(share - (order ? 0 : OTHER_ORDER), 0, 1);
    }

    private static double matched(TokenRole role) {
        return switch (role) {
            case NAME -> 1;
            case PATRONYMIC -> 0.4;
            case OFFICE -> 0.5;
            case INITIAL -> 0.4;
            case LEGAL_FORM -> 0.15;
            case PARTICLE -> 0.1;
        };
    }

    private double fit(int i, int token, TokenRole role) {
        NameToken mine = asked.get(i);
        if (mine.role() == TokenRole.LEGAL_FORM && role == TokenRole.LEGAL_FORM) {
            return TokenRoles.legalForm(mine.word())
                            == TokenRoles.legalForm(vocabulary.token(token).word())
                    ? 1
                    : 0;
        }
        if (mine.role() == TokenRole.INITIAL || role == TokenRole.INITIAL) {
            NameToken theirs = vocabulary.token(token);
            boolean fits = mine.role() == TokenRole.INITIAL
                    ? mine.begins(theirs)
                    : theirs.as(TokenRole.INITIAL).begins(mine);
            return fits ? mine.role() == role ? 1 : INITIAL_FITS : 0;
        }
        double sim = alike.get(i).to(token);
        if (sim == 0 || mine.role() == role) {
            return sim;
        }
        if (mine.role() == TokenRole.PARTICLE || role == TokenRole.PARTICLE) {
            return sim >= 0.99 ? sim : 0;
        }
        // Petrov is not the son of Petr.
        return sim >= 0.99 ? 0.95 : 0.7 * sim;
    }

    /** The best pairs first; names are so short that this finds the best pairing nearly always. */
    private void pair(double[][] fit, int[] partner, boolean[] taken, int[] tokens) {
        while (true) {
            double best = 0;
            int bestI = -1;
            int bestJ = -1;
            for (int i = 0; i < fit.length; i++) {
                for (int j = 0; j < taken.length; j++) {
                    if (partner[i] < 0 && !taken[j] && fit[i][j] > 0) {
                        // In the same place, if all else is equal.
                        double value = fit[i][j] - 1e-4 * Math.abs(i - j);
                        if (value > best) {
                            best = value;
                            bestI = i;
                            bestJ = j;
                        }
                    }
                }
            }
            if (bestI < 0) {
                return;
            }
            partner[bestI] = bestJ;
            taken[bestJ] = true;
        }
    }
}
