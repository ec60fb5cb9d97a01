package org.entente.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The facts of a generated network in plain numbers, for engines that are no triple stores. */
final class GeneratedFacts {
    /** Number, day (from 1970-01-01), year. */
    final List<int[]> events = new ArrayList<>();
    /** Event, one person, other person, level (its number in {@link org.entente.encounter.Level}). */
    final List<int[]> encounters = new ArrayList<>();

    int persons;

    /** Person, other person, event, level, day, document: every encounter seen from both sides, in that order. */
    int[][] bothWays() {
        int[][] rows = new int[2 * encounters.size()][];
        for (int i = 0; i < encounters.size(); i++) {
            int[] each = encounters.get(i);
            int day = events.get(each[0])[1];
            rows[2 * i] = new int[] {each[1], each[2], each[0], each[3], day, each[0]};
            rows[2 * i + 1] = new int[] {each[2], each[1], each[0], each[3], day, each[0]};
        }
        Arrays.sort(
                rows,
                Comparator.<int[]>comparingInt(row -> row[0])
                        .thenComparingInt(row -> row[1])
                        .thenComparingInt(row -> row[2]));
        return rows;
    }
}
