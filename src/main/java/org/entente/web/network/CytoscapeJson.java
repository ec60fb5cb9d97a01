package org.entente.web.network;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.export.NetworkMode;
import org.entente.network.Network;
import org.entente.text.Json;
import org.entente.web.page.Cell;
import org.entente.web.page.ChainView;
import org.entente.web.page.EvidenceBadge;
import org.entente.web.page.Messages;

/**
 * Writes a network as elements of Cytoscape, for its desktop program and for the interactive picture. Nodes have a
 * state and a strength. Edges of a one-mode network are contacts with their encounters, those of a two-mode network are
 * attendances.
 */
final class CytoscapeJson {
    private final Network network;
    private final Polities polities;
    private final Messages text;
    private final JsonGenerator json;

    private CytoscapeJson(Network network, Polities polities, Messages text, JsonGenerator json) {
        this.network = network;
        this.polities = polities;
        this.text = text;
        this.json = json;
    }

    static String write(Network network, Polities polities, NetworkMode mode, String language) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
            new CytoscapeJson(network, polities, Messages.in(language), json).write(mode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private void write(NetworkMode mode) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("data");
        json.writeNumberField("members", network.members().size());
        json.writeNumberField("allMembers", network.all());
        json.writeEndObject();
        json.writeObjectFieldStart("elements");
        json.writeArrayFieldStart("nodes");
        for (Network.Member member : network.members()) {
            member(member);
        }
        if (mode == NetworkMode.TWO_MODE) {
            for (Network.Occasion occasion : network.events()) {
                occasion(occasion);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("edges");
        if (mode == NetworkMode.TWO_MODE) {
            for (Network.Attendance attendance : network.attendances()) {
                attendance(attendance);
            }
        } else {
            for (Network.Contact contact : network.contacts()) {
                contact(contact);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void member(Network.Member member) throws IOException {
        String iri = TieEvidence.iri(member.named().node());
        String polity = polities.of(member);
        json.writeStartObject();
        json.writeObjectFieldStart("data");
        json.writeStringField("id", iri);
        json.writeStringField("label", member.named().label());
        json.writeStringField("kind", iri.contains("/id/post/") ? "post" : "member");
        json.writeStringField("href", Cell.href(iri));
        json.writeStringField("polity", polity);
        json.writeStringField("look", Polities.look(polity));
        json.writeStringField("sides", ChainView.labels(member.sides()));
        json.writeStringField("offices", ChainView.labels(member.offices()));
        decimal("strength", member.strength());
        json.writeBooleanField(
                "center",
                network.center()
                        .filter(c -> c.node().equals(member.named().node()))
                        .isPresent());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void occasion(Network.Occasion occasion) throws IOException {
        String iri = TieEvidence.iri(occasion.event().node());
        json.writeStartObject();
        json.writeObjectFieldStart("data");
        json.writeStringField("id", iri);
        json.writeStringField("label", occasion.event().label());
        json.writeStringField("kind", "event");
        json.writeStringField(
                "href", EvidenceBadge.of(iri, "stated", 0, text.language()).href());
        json.writeStringField("polity", "");
        json.writeStringField("look", "polity-other");
        json.writeStringField("sides", ChainView.labels(occasion.places()));
        json.writeStringField("offices", dates(occasion.dates()));
        decimal("strength", occasion.participants() / 10.0);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void contact(Network.Contact contact) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("data");
        String a = TieEvidence.iri(contact.a().node());
        String b = TieEvidence.iri(contact.b().node());
        json.writeStringField("id", a + " " + b);
        json.writeStringField("source", a);
        json.writeStringField("target", b);
        decimal("strength", contact.strength());
        json.writeArrayFieldStart("ties");
        for (Network.Tie tie : contact.ties()) {
            EvidenceBadge evidence = TieEvidence.of(tie, text.language());
            json.writeStartObject();
            json.writeStringField("level", tie.hop().level().word());
            json.writeStringField("said", text.get("level." + tie.hop().level().word()));
            json.writeBooleanField("happened", tie.hop().level().happened());
            json.writeStringField("event", tie.hop().event().label());
            json.writeStringField("when", dates(tie.hop().dates()));
            json.writeStringField("evidence", evidence.href());
            json.writeStringField("sign", evidence.sign());
            json.writeNumberField("witnesses", evidence.witnesses());
            decimal("strength", tie.strength().value());
            years(tie.period());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void attendance(Network.Attendance attendance) throws IOException {
        String member = TieEvidence.iri(attendance.member());
        String event = TieEvidence.iri(attendance.event());
        Optional<Network.Occasion> occasion = network.events().stream()
                .filter(o -> o.event().node().equals(attendance.event()))
                .findFirst();
        json.writeStartObject();
        json.writeObjectFieldStart("data");
        json.writeStringField("id", member + " " + event);
        json.writeStringField("source", member);
        json.writeStringField("target", event);
        decimal("strength", 0.5);
        json.writeArrayFieldStart("ties");
        json.writeStartObject();
        json.writeStringField("level", "");
        json.writeStringField("said", ChainView.labels(attendance.roles()));
        json.writeBooleanField("happened", true);
        json.writeStringField("event", occasion.map(o -> o.event().label()).orElse(event));
        json.writeStringField("when", occasion.map(o -> dates(o.dates())).orElse(""));
        json.writeStringField(
                "evidence",
                EvidenceBadge.of(event, "stated", 0, text.language()).href());
        json.writeStringField("sign", "stated");
        json.writeNumberField("witnesses", 0);
        decimal("strength", 0.5);
        if (occasion.isPresent()) {
            years(occasion.get().period());
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The possible years; nothing if the date is unknown. */
    private void years(Network.Period period) throws IOException {
        Optional<LocalDate> first = period.first().or(period::last);
        Optional<LocalDate> last = period.last().or(period::first);
        if (first.isPresent()) {
            json.writeNumberField("from", first.get().getYear());
            json.writeNumberField("to", last.orElseThrow().getYear());
        }
    }

    private String dates(List<String> edtf) {
        return edtf.stream().map(d -> ChainView.phrase(d, text)).collect(Collectors.joining(" · "));
    }

    private void decimal(String name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(String.format(Locale.ROOT, "%.4f", value));
    }
}
