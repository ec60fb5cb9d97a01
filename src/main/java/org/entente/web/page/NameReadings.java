package org.entente.web.page;

import java.util.ArrayList;
import java.util.List;
import org.entente.query.Arguments;
import org.entente.query.EntityResolver;
import org.entente.query.ParameterType;
import org.entente.time.DateText;
import org.entente.time.EdtfException;
import org.entente.vocab.Iris;

/** Says how the names and dates of a request were read, where they were written otherwise than they are shown. */
public final class NameReadings {
    private NameReadings() {}

    /** A sentence for each text that is not the label of what it means. */
    public static List<String> of(List<Arguments.Reading> readings, EntityResolver names, String language) {
        Messages messages = Messages.in(language);
        List<String> sentences = new ArrayList<>();
        for (Arguments.Reading reading : readings) {
            if (reading.type() == ParameterType.DATE) {
                sentences.add(messages.get("answer.read", reading.text(), date(reading.meant(), language)));
                continue;
            }
            String how = names.difference(reading.text(), reading.meant(), language);
            String label = names.label(reading.meant(), language).orElse(Iris.localName(reading.meant()));
            if (!how.isEmpty()) {
                sentences.add(messages.get("answer.readHow", reading.text(), label, how));
            } else if (!label.equalsIgnoreCase(reading.text())) {
                sentences.add(messages.get("answer.read", reading.text(), label));
            }
        }
        return sentences.stream().distinct().toList();
    }

    private static String date(String edtf, String language) {
        try {
            return DateText.in(language).plain(edtf);
        } catch (EdtfException e) {
            return edtf;
        }
    }
}
