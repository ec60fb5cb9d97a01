package org.entente.cli;

import java.net.URI;
import java.util.Optional;
import org.entente.annotate.HttpProposer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may propose cards for a text, besides this program; nobody unless it is said. */
final class ProposerOption {
    @Option(
            names = "--proposer",
            paramLabel = "URL",
            description = {
                "Service, such as a language model, that is sent the texts of /annotate (where a reader ticks it) and 'entente annotate' and",
                "proposes cards. What does not rest on words of the text is refused. Without it, no text is sent anywhere."
            })
    private @Nullable URI url;

    /** @throws IllegalArgumentException if it is no address of the web */
    Optional<URI> address() {
        return Optional.ofNullable(url).map(HttpProposer::requireWeb);
    }
}
