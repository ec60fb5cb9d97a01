package org.entente.coding;

import java.util.List;
import java.util.Set;
import org.entente.sheet.SheetColumn;

/** The columns of a sheet in which two coders can agree. */
final class ComparedColumns {
    /** Where something is in the text, and base forms that follow from what is printed. */
    private static final Set<String> NOT_COMPARED = Set.of("locator", "name", "title");

    private ComparedColumns() {}

    /** Without notes and descriptions: nobody agrees on free texts word by word. */
    static List<SheetColumn> all() {
        return SheetColumn.all(Set.of()).stream()
                .filter(column -> !NOT_COMPARED.contains(column.name()))
                .toList();
    }
}
