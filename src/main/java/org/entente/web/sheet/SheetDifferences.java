package org.entente.web.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.execution.Problem;
import org.entente.sheet.Change;
import org.entente.sheet.SheetExport;
import org.entente.sheet.SheetImport;

/** A sheet, its file, and what of the differences was ticked. */
record SheetDifferences(SheetRequest request, SheetImport.Result result) {
    static String source(SheetImport.Result result) {
        return result.file().getFileName().toString().replaceFirst("\\.ttl$", "");
    }

    SheetView view(SheetView empty) {
        Set<String> ticked = request.taken();
        List<SheetView.Item> items = result.changes().stream()
                .map(change -> new SheetView.Item(
                        change.id(),
                        change.cell(),
                        ticked == null ? !change.isConflict() : ticked.contains(change.id()),
                        change.told()))
                .toList();
        return new SheetView(
                empty.sources(),
                source(result),
                empty.writes(),
                Optional.empty(),
                List.of(),
                Optional.of(new SheetView.Found(
                        source(result), new SheetExport(request.table().rows()).csv(), items, result.kept())),
                0);
    }

    /**
     * The changes that were ticked.
     *
     * @throws Problem if none was, or what was ticked is not the difference any more
     */
    List<Change> taken() {
        Set<String> ticked = request.taken() == null ? Set.of() : request.taken();
        List<Change> taken = new ArrayList<>(result.changes());
        taken.removeIf(change -> !ticked.contains(change.id()));
        if (ticked.isEmpty()) {
            throw Problem.of(422, "sheet", "Nothing is ticked", "Tick at least one change.");
        }
        if (taken.stream().map(Change::id).collect(Collectors.toSet()).size() < ticked.size()) {
            throw Problem.of(
                    409,
                    "sheet",
                    "The file has changed",
                    "The file is not the one any more with which the sheet was compared. Look at the differences again.");
        }
        return taken;
    }
}
