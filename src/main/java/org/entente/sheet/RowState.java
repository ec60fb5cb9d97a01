package org.entente.sheet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** What a row said when the sheet was made, packed into its last cell: the sheet itself says against what it was changed. */
final class RowState {
    private static final String END = "\u0001";
    private static final int MOST = 200_000;

    private RowState() {}

    /** @param full the texts of the columns, in their order */
    static String pack(List<SheetColumn> columns, List<String> full) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            text.append(columns.get(i).name()).append(END).append(full.get(i)).append(END);
        }
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(text.toString().getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] part = new byte[4096];
        while (!deflater.finished()) {
            packed.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /** The texts by the names of their columns; empty if somebody has changed the cell. */
    static Optional<Map<String, String>> unpack(String cell) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(cell));
            byte[] bytes = new byte[MOST];
            int length = inflater.inflate(bytes);
            if (!inflater.finished()) {
                return Optional.empty();
            }
            String[] parts = new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8).split(END, -1);
            Map<String, String> texts = new LinkedHashMap<>();
            for (int i = 0; i + 1 < parts.length; i += 2) {
                texts.put(parts[i], parts[i + 1]);
            }
            return Optional.of(texts);
        } catch (IllegalArgumentException | DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
