package org.entente.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher {@code entente} in a folder of its own, with stubs for Maven and Java that record how they are called. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            for argument; do
                case $argument in -XX:AOTCacheOutput=*) : >"${argument#*=}"; exit ;; esac
            done
            { echo "$0"; for argument; do echo "$argument"; done; } >"$RECORDS/java"
            while [ "$1" != -jar ]; do shift; done
            case ${3-} in
            exit) exit "$4" ;;
            wait) trap 'exit 7' TERM
                : >"$RECORDS/ready"
                while :; do sleep 0.05; done ;;
            esac
            """;
    private static final String MAVEN = """
            #!/bin/sh
            echo "$JAVA_HOME" >>"$RECORDS/mvn"
            sleep "${SLOW-0}"
            if [ -f src/main/java/Broken.java ]; then echo "[ERROR] Broken.java: ';' expected"; exit 1; fi
            echo built >target/entente-all.jar
            """;
    private static final String TOOLS =
            "cat cksum dirname find mkdir mv nice readlink rm rmdir sed sh sleep sort tail touch";

    @TempDir
    Path temp;

    private Path project;
    private Path bin;
    private Path records;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void make_project() throws IOException {
        project = Files.createDirectories(temp.resolve("my project/entente"));
        bin = Files.createDirectories(temp.resolve("bin"));
        records = Files.createDirectories(temp.resolve("records"));
        Files.copy(Path.of("entente"), project.resolve("entente"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(project.resolve("src/main/java"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve("src/main/java/Main.java"), "class Main {}");
        for (String tool : TOOLS.split(" ")) {
            executable(bin.resolve(tool), "#!/bin/sh\nexec '" + find(tool) + "' \"$@\"\n");
        }
        executable(bin.resolve("mvn"), MAVEN);
        environment.putAll(Map.of(
                "PATH", bin.toString(),
                "HOME", temp.resolve("home").toString(),
                "RECORDS", records.toString(),
                "ENTENTE_JDK_DIRS", temp.resolve("all jdks").toString(),
                "ENTENTE_JAVA_OPTS", "-XX:AOTMode=off"));
    }

    @Test
    void the_newest_jdk_builds_and_runs() throws Exception {
        environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());
        jdk("a", "21.0.9");
        Path newest = jdk("b", "25.0.3");
        jdk("c", "9.0.4");
        assertThat(start().code).isZero();
        assertThat(calls("mvn")).containsExactly(newest.toString());
        assertThat(calls("java")).startsWith(newest.resolve("bin/java").toString());
    }

    @Test
    void the_jdk_that_the_user_names_is_used_or_refused() throws Exception {
        jdk("newer", "25");
        Path named = jdk("../elsewhere", "21.0.1");
        environment.put("ENTENTE_JAVA_HOME", named.toString());
        assertThat(start().code).isZero();
        assertThat(calls("java")).startsWith(named.resolve("bin/java").toString());

        environment.put("ENTENTE_JAVA_HOME", jdk("../older", "11.0.2").toString());
        Run run = start();
        assertThat(run.code).isEqualTo(69);
        assertThat(run.err).contains("older: Java 11.0.2, too old");
    }

    @Test
    void a_jdk_on_the_path_is_found_behind_links() throws Exception {
        Path hidden = jdk("../hidden", "24");
        Files.createSymbolicLink(temp.resolve("alternative"), hidden.resolve("bin/javac"));
        Files.createSymbolicLink(bin.resolve("javac"), Path.of("../alternative"));
        assertThat(start().code).isZero();
        assertThat(calls("java"))
                .startsWith(hidden.toRealPath().resolve("bin/java").toString());
    }

    @Test
    void without_a_suitable_jdk_the_message_says_what_was_found_and_what_to_do() throws Exception {
        jdk("old", "17.0.15");
        Files.delete(jdk("jre", "25.0.1").resolve("bin/javac"));
        Run run = start();
        assertThat(run.code).isEqualTo(69);
        assertThat(run.out).isEmpty();
        assertThat(run.err)
                .contains("no JDK of version 21 or later", "/old: Java 17.0.15, too old")
                .contains("/jre: Java 25.0.1, without compiler (a JRE)", "https://adoptium.net", "ENTENTE_JAVA_HOME=/");
        assertThat(calls("mvn")).isEmpty();
    }

    @Test
    void without_maven_the_message_says_so() throws Exception {
        jdk("jdk", "25");
        Files.delete(bin.resolve("mvn"));
        Run run = start();
        assertThat(run.code).isEqualTo(69);
        assertThat(run.err).contains("Maven (mvn) is needed to build");
    }

    @Test
    void it_is_built_only_when_sources_changed() throws Exception {
        jdk("jdk", "25");
        assertThat(start().err).contains("Building Entente, once");
        assertThat(start().err).isEmpty();
        assertThat(calls("mvn")).hasSize(1);

        Path source = project.resolve("src/main/java/Main.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
        start();
        assertThat(calls("mvn")).as("touched, not changed").hasSize(1);

        TimeUnit.MILLISECONDS.sleep(20); // the clock of file systems ticks every 10 ms
        Files.writeString(source, "class Main { int changed; }");
        start();
        assertThat(calls("mvn")).as("changed").hasSize(2);

        TimeUnit.MILLISECONDS.sleep(20);
        Files.delete(source);
        start();
        start();
        assertThat(calls("mvn")).as("deleted").hasSize(3);
    }

    @Test
    void a_failed_build_shows_the_output_of_maven_and_leaves_the_program_as_it_was() throws Exception {
        jdk("jdk", "25");
        start();
        Path jar = launcher("entente.jar");
        Files.writeString(jar, "old");
        TimeUnit.MILLISECONDS.sleep(20);
        Files.writeString(project.resolve("src/main/java/Broken.java"), "class");
        Run run = start();
        assertThat(run.code).isEqualTo(70);
        assertThat(run.err).contains("[ERROR] Broken.java: ';' expected", "build.log");
        assertThat(jar).hasContent("old");
        assertThat(launcher("lock")).doesNotExist();

        Files.delete(project.resolve("src/main/java/Broken.java"));
        assertThat(start().code).isZero();
    }

    @Test
    void two_starts_at_once_build_once() throws Exception {
        jdk("jdk", "25");
        environment.put("SLOW", "0.5");
        Process first = launch("entente");
        await(records.resolve("mvn"));
        assertThat(start().err).contains("Another start is building Entente");
        assertThat(first.waitFor()).isZero();
        assertThat(calls("mvn")).hasSize(1);
    }

    @Test
    void a_lock_that_was_left_behind_is_removed_as_the_message_says() throws Exception {
        jdk("jdk", "25");
        Path lock = Files.createDirectories(launcher("lock"));
        Process waiting = launch("entente");
        String message = waiting.errorReader(UTF_8).readLine();
        assertThat(message).endsWith("If there is none: rmdir '" + lock.toRealPath() + "'");
        String advice = message.substring(message.indexOf("rmdir"));
        new ProcessBuilder("sh", "-c", advice).start().waitFor();
        assertThat(waiting.waitFor()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void a_stopped_build_leaves_no_lock() throws Exception {
        jdk("jdk", "25");
        environment.put("SLOW", "0.5");
        Process run = launch("entente");
        await(records.resolve("mvn"));
        run.destroy();
        assertThat(run.waitFor()).isEqualTo(143);
        assertThat(launcher("lock")).doesNotExist();
        assertThat(calls("java")).isEmpty();
    }

    @Test
    void arguments_and_exit_code_are_passed_on() throws Exception {
        jdk("jdk", "25");
        assertThat(start("exit", "42", "two words", "*", "", "--flag=ä \"ö\"", "$HOME").code)
                .isEqualTo(42);
        assertThat(calls("java")).endsWith("exit", "42", "two words", "*", "", "--flag=ä \"ö\"", "$HOME");
    }

    @Test
    void the_program_learns_its_home_and_the_options_of_the_user() throws Exception {
        jdk("jdk", "21");
        environment.put("ENTENTE_JAVA_OPTS", "-Xmx2g  -Dglob=*");
        Files.createSymbolicLink(temp.resolve("link"), project.resolve("entente"));
        assertThat(new Run(launch("../../link", "help")).code).isZero();
        assertThat(calls("java"))
                .contains("-Xmx2g", "-Dglob=*", "-Dentente.home=" + project.toRealPath())
                .endsWith(launcher("entente.jar").toRealPath().toString(), "help");
    }

    @Test
    void a_signal_reaches_the_program() throws Exception {
        jdk("jdk", "25");
        Process run = launch("entente", "wait");
        await(records.resolve("ready"));
        run.destroy();
        assertThat(run.waitFor()).isEqualTo(7);
    }

    @Test
    void the_cache_is_made_behind_the_first_start_and_used_by_the_next() throws Exception {
        jdk("jdk", "25.0.1");
        environment.remove("ENTENTE_JAVA_OPTS");
        start();
        assertThat(calls("java")).noneMatch(argument -> argument.startsWith("-XX:AOT"));
        String sum = Files.readString(launcher("sources")).split(" ")[0];
        Path cache = launcher("25.0.1-" + sum + ".aot");
        await(cache);
        start();
        assertThat(calls("java")).contains("-XX:AOTCache=" + cache.toRealPath());

        environment.put("ENTENTE_JAVA_OPTS", "-Xshare:off");
        start();
        assertThat(calls("java")).noneMatch(argument -> argument.startsWith("-XX:AOT"));
    }

    private Path launcher(String name) {
        return project.resolve("target/launcher").resolve(name);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = temp.resolve("all jdks").resolve(name).normalize();
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/java"), JAVA);
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path find(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private List<String> calls(String program) throws IOException {
        Path record = records.resolve(program);
        return Files.exists(record) ? Files.readAllLines(record) : List.of();
    }

    private Run start(String... arguments) throws Exception {
        return new Run(launch("entente", arguments));
    }

    private Process launch(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("./" + script));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void await(Path file) throws InterruptedException {
        while (!Files.exists(file)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** What a start that has ended printed and answered. */
    private static class Run {
        final String out;
        final String err;
        final int code;

        Run(Process process) throws Exception {
            out = new String(process.getInputStream().readAllBytes(), UTF_8);
            err = new String(process.getErrorStream().readAllBytes(), UTF_8);
            code = process.waitFor();
        }
    }
}
