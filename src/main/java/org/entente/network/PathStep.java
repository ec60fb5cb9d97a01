package org.entente.network;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.entente.encounter.Confidence;
import org.entente.encounter.Level;
import org.entente.encounter.Named;
import org.entente.encounter.Source;

/**
 * One encounter with all that explains it, seen from {@code a}.
 *
 * @param a one side: a person, or a post whose holder is not named
 * @param b the other side
 * @param event where they encountered each other
 * @param encounter the derived encounter itself
 * @param dates EDTF texts: several where sources disagree, none where nothing is known
 * @param places where it was
 * @param placePhrases how a sentence says that something was there ("auf dem Registan"), for the places of which the collection says it
 * @param officesOfA what a held at that date
 * @param officesOfB what b held at that date
 * @param rolesOfA what a did at the event
 * @param rolesOfB what b did at the event
 * @param sidesOfA for whom a acted
 * @param sidesOfB for whom b acted
 * @param placesDisputed whether the places contradict each other; otherwise it was at all of them
 * @param sources the reports behind it
 * @param joined whether no single report tells of both sides, so that several had to be put together
 * @param witnesses number of independent witnesses
 * @param participants number of participants of the event, groups left out
 */
public record PathStep(
        Named a,
        Named b,
        Named event,
        Node encounter,
        Level level,
        List<String> dates,
        List<Named> places,
        Map<Node, String> placePhrases,
        List<Named> officesOfA,
        List<Named> officesOfB,
        List<Named> rolesOfA,
        List<Named> rolesOfB,
        List<Named> sidesOfA,
        List<Named> sidesOfB,
        boolean placesDisputed,
        List<Source> sources,
        boolean joined,
        int witnesses,
        Confidence confidence,
        int participants) {}
