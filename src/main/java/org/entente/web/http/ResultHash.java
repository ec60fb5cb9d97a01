package org.entente.web.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fingerprint of a result: SHA-256 of its download, so that whoever downloads it can check that it is what was cited.
 *
 * @param sha256 in hex
 * @param format of the download
 */
public record ResultHash(String sha256, String format) {
    /** Of a page that shows no result. */
    public static final ResultHash NONE = new ResultHash("", "");

    public static ResultHash of(byte[] download, Format format) {
        try {
            return new ResultHash(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(download)),
                    format.label().toUpperCase(java.util.Locale.ROOT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ResultHash of(String download, Format format) {
        return of(download.getBytes(StandardCharsets.UTF_8), format);
    }
}
