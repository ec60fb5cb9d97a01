package org.entente.contact;

import java.util.Locale;
import java.util.OptionalInt;
import org.entente.encounter.Level;

/**
 * How strong one encounter is, from 0 to 1, with the parts it is made of:
 *
 * <pre>strength = level × witnesses × size × parity</pre>
 *
 * <ul>
 *   <li>level: met 1, metHolderOf 0.8, travelledWith 0.6, coAttended 0.4, announced 0.15, announcedHolderOf and candidate 0.1;
 *   <li>witnesses: 1 − 0.5<sup>n</sup> for n independent witnesses: 0.5, 0.75, 0.875 …; 0.25 where none is counted;
 *   <li>size: 1 for up to two participants, else 1 / log₂(participants): 0.63 for three, 0.5 for four, 0.25 for sixteen;
 *   <li>parity: 1 / (1 + 0.25 d), where d is the distance between the ranks of the two offices; 1 where a rank is not known.
 * </ul>
 *
 * <p>A contact of two is as strong as the sum of its encounters, so it also grows with their number. Ranks: 1 head of state or
 * government; 2 minister, governor, speaker of parliament and deputy head of government; 3 deputy minister, state secretary,
 * ambassador, mayor and deputy speaker; 4 member of parliament, consul general, head of a body, rector, official representative and
 * deputy mayor; 5 head of department, honorary consul, adviser. The formula orders contacts for a picture; it measures nothing.
 *
 * @param level weight of the level
 * @param witnesses weight of the witnesses
 * @param size weight of the size of the event
 * @param parity weight of the ranks
 * @param rankDistance distance of the ranks; empty where one is not known
 */
public record Strength(double level, double witnesses, double size, double parity, OptionalInt rankDistance) {
    public static Strength of(Level level, int witnesses, int participants, OptionalInt rankDistance) {
        return new Strength(
                level.weight(),
                witnesses <= 0 ? 0.25 : 1 - Math.pow(0.5, witnesses),
                participants <= 2 ? 1 : Math.log(2) / Math.log(participants),
                rankDistance.isPresent() ? 1 / (1 + 0.25 * rankDistance.getAsInt()) : 1,
                rankDistance);
    }

    /** The product of the parts. */
    public double value() {
        return level * witnesses * size * parity;
    }

    /** The parts as shown: {@code 1.000 × 0.500 × 0.631 × 1.000 = 0.315}. */
    public String shown() {
        return String.format(Locale.ROOT, "%.3f × %.3f × %.3f × %.3f = %.3f", level, witnesses, size, parity, value());
    }

    /** The rank of a kind of post by the local name of its concept; empty if it has none. */
    public static OptionalInt rank(String postKind) {
        return switch (postKind) {
            case "headOfState", "headOfGovernment" -> OptionalInt.of(1);
            case "deputyHeadOfGovernment", "minister", "governor", "parliamentSpeaker" -> OptionalInt.of(2);
            case "deputyMinister", "stateSecretary", "ambassador", "mayor", "deputyParliamentSpeaker" ->
                OptionalInt.of(3);
            case "memberOfParliament", "consulGeneral", "bodyHead", "rector", "officialRepresentative", "deputyMayor" ->
                OptionalInt.of(4);
            case "departmentHead", "honoraryConsul", "adviser" -> OptionalInt.of(5);
            default -> OptionalInt.empty();
        };
    }
}
