package org.entente.export;

import java.util.List;
import java.util.Locale;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.entente.sparql.InternalQuery;

/**
 * The tables of an export for programs that compute with tables: one Parquet file each, in the order of the columns here. Things are
 * named by their IRIs. Values that are not known are null.
 */
public enum ParquetTable {
    /** People with their names. */
    PERSONS(InternalQuery.EXPORT_PERSONS, text("person"), text("label"), text("labelDe")),
    /** Events as the consolidated view has them; earliest and latest are the bounds of their time. */
    EVENTS(
            InternalQuery.EXPORT_EVENTS,
            text("event"),
            text("label"),
            text("labelDe"),
            text("status"),
            text("date"),
            time("earliest"),
            time("latest"),
            text("place"),
            text("placeLabel"),
            flag("meeting"),
            flag("session"),
            flag("ceremony"),
            flag("visit"),
            flag("trip"),
            flag("participantsDisputed")),
    /** Who took part in what; a person, a body, somebody known by office, or a group. */
    PARTICIPATIONS(
            InternalQuery.EXPORT_PARTICIPATIONS,
            text("participation"),
            text("event"),
            text("participant"),
            flag("isPerson"),
            text("attendance"),
            flag("attendanceDisputed"),
            flag("isGroup"),
            number("groupSize")),
    /** In which roles. */
    PARTICIPATION_ROLES(InternalQuery.EXPORT_PARTICIPATION_ROLES, text("participation"), text("role")),
    /** For whom. */
    PARTICIPATION_SIDES(InternalQuery.EXPORT_PARTICIPATION_SIDES, text("participation"), text("side")),
    /** In which delegation. */
    PARTICIPATION_DELEGATIONS(
            InternalQuery.EXPORT_PARTICIPATION_DELEGATIONS, text("participation"), text("delegation")),
    /** In which office: as sources say, and what it certainly was on that day. */
    PARTICIPATION_OFFICES(
            InternalQuery.EXPORT_PARTICIPATION_OFFICES, text("participation"), text("office"), flag("certain")),
    /** Which reports say so. */
    PARTICIPATION_REPORTS(InternalQuery.EXPORT_PARTICIPATION_REPORTS, text("participation"), text("report")),
    /** What roles mean for encounters; a row for each role that matches another one. */
    ROLES(
            InternalQuery.EXPORT_ROLES,
            text("role"),
            flag("principal"),
            flag("talking"),
            flag("travelling"),
            text("matching")),
    /** What sources say of things, with the document and the passage. */
    REPORTS(
            InternalQuery.EXPORT_REPORTS,
            text("report"),
            text("document"),
            text("thing"),
            text("status"),
            text("locator")),
    /** Who encountered whom, as the rules derive it. */
    ENCOUNTERS(
            InternalQuery.EXPORT_ENCOUNTERS,
            text("encounter"),
            text("one"),
            text("other"),
            text("event"),
            text("level"),
            time("earliest"),
            time("latest"),
            text("date"));

    /** What a column holds. */
    enum Kind {
        /** A text or an IRI. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** Yes or no. */
        FLAG,
        /** A point in time, in milliseconds of UTC. */
        TIME
    }

    /** A column, which the query has under the same name. */
    record Column(String name, Kind kind) {}

    private final InternalQuery query;
    private final List<Column> columns;

    ParquetTable(InternalQuery query, Column... columns) {
        this.query = query;
        this.columns = List.of(columns);
    }

    InternalQuery query() {
        return query;
    }

    List<Column> columns() {
        return columns;
    }

    /** The name of the table, and of its file without the ending. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of its file. */
    public String file() {
        return table() + ".parquet";
    }

    /** What DuckDB takes to see all files of the folder as tables. */
    public static String duckDb(String folder) {
        StringBuilder statement = new StringBuilder();
        for (ParquetTable table : values()) {
            statement
                    .append("CREATE VIEW ")
                    .append(table.table())
                    .append(" AS SELECT * FROM '")
                    .append(folder.replace("'", "''"))
                    .append('/')
                    .append(table.file())
                    .append("'; ");
        }
        return statement.toString().strip();
    }

    MessageType schema() {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        columns.forEach(column -> add(schema, column));
        return schema.named(table());
    }

    private static void add(Types.MessageTypeBuilder schema, Column column) {
        switch (column.kind()) {
            case TEXT ->
                schema.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case NUMBER -> schema.optional(PrimitiveTypeName.INT64).named(column.name());
            case FLAG -> schema.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            case TIME ->
                schema.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
                        .named(column.name());
        }
    }

    private static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    private static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    private static Column flag(String name) {
        return new Column(name, Kind.FLAG);
    }

    private static Column time(String name) {
        return new Column(name, Kind.TIME);
    }
}
