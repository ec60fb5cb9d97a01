package org.entente.encounter;
import java.util.*;
import org.apache.jena.graph.*;
import org.apache.jena.sparql.exec.*;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.ShippedCollection;
public class DossierPeek {
    public static void main(String[] args) {
        var store = ShippedCollection.store();
        for (String pair : args) {
            long t0 = System.nanoTime();
            String[] ab = pair.split(",");
            for (String lang : List.of("de", "en")) {
                Dossier d = store.read(ds -> DossierReader.read(nodes(ab[0]), nodes(ab[1]), lang, q -> {
                    List<Binding> rows = new ArrayList<>();
                    try (QueryExec e = QueryExec.dataset(ds).query(q).build()) { e.select().forEachRemaining(rows::add); }
                    return rows; }));
                if (lang.equals("de")) {
                    System.out.println("\n=== " + pair + " " + d.judgement() + " " + (System.nanoTime()-t0)/1000000 + " ms; rows " + d.rows().size());
                    for (DossierRow r : d.rows().subList(0, Math.min(14, d.rows().size()))) System.out.println("  " + r.tier().word() + " " + r.event().label() + r.otherEvent().map(o -> " // " + o.label() + " " + r.certain()).orElse("") + " " + r.status().map(Named::label).orElse("-") + " " + r.dates() + " " + r.places().stream().map(Named::label).toList() + " A=" + r.a().stream().map(p -> p.who().label() + p.offices().stream().map(Named::label).toList()).toList() + " B=" + r.b().stream().map(p -> p.who().label() + p.titles()).toList() + " w" + r.witnesses() + " " + r.confidence() + " rep=" + r.reports().size() + " disputes=" + r.disputes().size() + " holders=" + r.holders().stream().map(h -> h.holder().label() + ":" + h.why() + ":" + h.asked()).toList() + " out=" + r.outcomes().size());
                    for (Mention m : d.mentions().subList(0, Math.min(5, d.mentions().size()))) System.out.println("  mention " + m.document().label() + " " + m.locators() + " same=" + m.sameReport() + " office=" + m.byOffice() + " " + m.reports().stream().map(Testimony::note).toList());
                    System.out.println("  searched " + d.searched().sources() + " " + d.searched().publishers() + d.searched().languages() + d.searched().published().text() + " " + d.searched().events().text() + " A in " + d.searched().mentioningA().size() + " B in " + d.searched().mentioningB().size());
                }
                System.out.println("  " + DossierSentences.in(lang).answer(d));
            }
        }
        System.exit(0);
    }
    static List<Node> nodes(String s) { return Arrays.stream(s.split("\\+")).map(x -> NodeFactory.createURI("https://w3id.org/entente/id/" + x)).toList(); }
}
