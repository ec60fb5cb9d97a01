package org.entente.web.operation;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.execution.Problem;
import org.entente.operation.Backup;
import org.entente.operation.Backups;
import org.entente.operation.OperationException;
import org.entente.operation.Task;
import org.entente.operation.Tasks;
import org.entente.store.Store;
import org.entente.text.ExceptionText;
import org.entente.text.Json;
import org.entente.web.http.BuildInfo;
import org.entente.web.http.ServerOptions;
import org.entente.web.http.WriteKey;
import org.entente.web.page.ServiceContext;

/** Longer work that whoever has the key begins: it goes on in the background, and its page says how far it is. */
final class TasksEndpoint {
    private final Store store;
    private final WriteKey key;
    private final Tasks tasks;
    private final Optional<Backups> backups;
    private final int kept;

    TasksEndpoint(ServiceContext service, Tasks tasks) {
        this.store = service.store();
        this.key = service.key();
        this.tasks = tasks;
        Optional<ServerOptions.Upkeep> upkeep = service.options().upkeep();
        this.backups =
                upkeep.map(ServerOptions.Upkeep::backups).map((Path folder) -> new Backups(folder, Clock.systemUTC()));
        this.kept = upkeep.map(ServerOptions.Upkeep::kept).orElse(0);
    }

    void backups(Context ctx) throws IOException {
        key.require(ctx);
        json(
                ctx,
                Map.of(
                        "backups",
                        shelf().all().reversed().stream()
                                .map(TasksEndpoint::about)
                                .toList()));
    }

    private static Map<String, Object> about(Backup backup) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", backup.id());
        about.put("time", backup.about().time());
        about.put("state", backup.about().state());
        about.put("revision", backup.about().revision());
        about.put("statements", backup.about().statements());
        about.put("program", backup.about().program());
        return about;
    }

    private Backups shelf() {
        return backups.orElseThrow(() -> Problem.of(
                409, "no-backups", "No folder for backups", "This server was started without a folder for backups."));
    }

    void backup(Context ctx) throws IOException {
        key.require(ctx);
        Backups shelf = shelf();
        begin(ctx, "backup", progress -> {
            Backup backup = shelf.make(store, BuildInfo.version(), kept, progress);
            return "Backup " + backup.id() + " has " + backup.about().statements() + " statements.";
        });
    }

    void compact(Context ctx) throws IOException {
        key.require(ctx);
        if (store.folder().isEmpty()) {
            throw Problem.of(409, "in-memory", "Nothing to compact", "This store is in memory and has no files.");
        }
        begin(ctx, "compaction", progress -> {
            long before = store.bytes();
            store.compact(progress);
            return "%d MB before, %d MB now.".formatted(before / 1_000_000, store.bytes() / 1_000_000);
        });
    }

    private void begin(Context ctx, String kind, Tasks.Work work) throws IOException {
        try {
            Task task = tasks.start(kind, work);
            ctx.status(202).header("Location", "/tasks/" + task.id());
            json(ctx, about(task));
        } catch (OperationException e) {
            throw Problem.of(409, "task-running", "Not begun", ExceptionText.of(e));
        }
    }

    void list(Context ctx) throws IOException {
        key.require(ctx);
        json(ctx, Map.of("tasks", tasks.all().stream().map(TasksEndpoint::about).toList()));
    }

    void one(Context ctx) throws IOException {
        key.require(ctx);
        String id = ctx.pathParam("id");
        Task task = (id.matches("[0-9]{1,18}") ? tasks.find(Long.parseLong(id)) : Optional.<Task>empty())
                .orElseThrow(() -> Problem.notFound("No such task", "It is not known here. GET /tasks lists them."));
        json(ctx, about(task));
    }

    static Map<String, Object> about(Task task) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", task.id());
        about.put("kind", task.kind());
        about.put("state", task.state());
        about.put("began", task.began().toString());
        task.ended().ifPresent(ended -> about.put("ended", ended.toString()));
        about.put("step", task.step());
        about.put("done", task.done());
        about.put("total", task.total());
        about.put("outcome", task.outcome());
        return about;
    }

    static void json(Context ctx, Object body) throws IOException {
        ctx.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(body) + "\n");
    }
}
