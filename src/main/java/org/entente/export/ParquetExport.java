package org.entente.export;

import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.entente.execution.Row;
import org.entente.execution.Select;
import org.entente.export.ParquetTable.Column;

/** Writes the tables of one state of the collection as Parquet files. */
public final class ParquetExport {
    private ParquetExport() {}

    /**
     * Writes all tables; files of an earlier export are replaced.
     *
     * @param select asks one state, without limits
     * @param folder is created if it is missing
     * @return how many rows each table has
     */
    public static Map<ParquetTable, Integer> write(Select select, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<ParquetTable, Integer> written = new EnumMap<>(ParquetTable.class);
        for (ParquetTable table : ParquetTable.values()) {
            written.put(table, write(table, select, folder));
        }
        return written;
    }

    private static int write(ParquetTable table, Select select, Path folder) throws IOException {
        var rows = select.rows(table.query(), Map.of()).rows();
        // Whole or not at all.
        Path unfinished = folder.resolve(table.file() + ".tmp");
        Files.deleteIfExists(unfinished);
        try (ParquetWriter<Row> writer = ParquetWriter.writeFile(table.schema(), unfinished.toFile(), (row, values) -> {
            for (Column column : table.columns()) {
                row.node(column.name()).ifPresent(node -> values.write(column.name(), value(node, column)));
            }
        })) {
            for (Row row : rows) {
                writer.write(row);
            }
        }
        Files.deleteIfExists(folder.resolve("." + unfinished.getFileName() + ".crc"));
        Files.move(unfinished, folder.resolve(table.file()), StandardCopyOption.REPLACE_EXISTING);
        return rows.size();
    }

    private static Object value(Node node, Column column) {
        String text = Row.text(node);
        return switch (column.kind()) {
            case TEXT -> text;
            case NUMBER -> Long.parseLong(text);
            case FLAG -> text.equals("true") || text.equals("1");
            case TIME -> OffsetDateTime.parse(text).toInstant().toEpochMilli();
        };
    }
}
