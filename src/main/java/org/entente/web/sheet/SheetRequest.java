package org.entente.web.sheet;

import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.sheet.SheetTable;
import org.entente.web.http.UploadRequest;

/**
 * A sheet that was sent.
 *
 * @param table its rows
 * @param step compare, apply or file
 * @param taken ids of the changes that were ticked; null before the first time
 * @param key which was typed; "" for none
 */
record SheetRequest(
        SheetTable table,
        String step,
        @org.jspecify.annotations.Nullable Set<String> taken,
        String key) {
    /**
     * @throws org.entente.reconcile.CsvException if it is no sheet
     * @throws org.entente.execution.Problem if the form cannot be read
     */
    static SheetRequest of(Context ctx, long limit) {
        UploadRequest form = UploadRequest.of(ctx, limit, "/sheet");
        SheetTable table = form.file().map(SheetTable::read).orElseGet(() -> SheetTable.read(form.field("table")));
        String step = form.field("do");
        boolean asked = step.equals("apply") || step.equals("file");
        return new SheetRequest(
                table,
                asked ? step : "compare",
                asked ? new HashSet<>(form.fields().getOrDefault("take", List.of())) : null,
                form.field("key"));
    }
}
