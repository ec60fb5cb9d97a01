package org.entente.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build says of itself. */
final class BuildInfo {
    private BuildInfo() {}

    /** Version of the program. */
    static String version() {
        try (InputStream in = BuildInfo.class.getResourceAsStream("/entente.properties")) {
            Properties built = new Properties();
            built.load(in);
            return built.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
