package org.entente.web.http;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * SHA-256 of the download of a result. Whoever downloads it again can check that it is the one that was cited.
 *
 * @param sha256 in hex
 * @param format of the download
 */
public record ResultHash(String sha256, String format) {
    /** For pages without a result. */
    public static final ResultHash NONE = new ResultHash("", "");

    public static ResultHash of(byte[] download, Format format) {
        return new ResultHash(DigestUtils.sha256Hex(download), format.label().toUpperCase(java.util.Locale.ROOT));
    }

    public static ResultHash of(String download, Format format) {
        return of(download.getBytes(StandardCharsets.UTF_8), format);
    }
}
