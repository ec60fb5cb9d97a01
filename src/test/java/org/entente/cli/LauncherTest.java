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
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher `entente` in a folder of its own, with shell stubs for Maven and Java that record their calls. */
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
            wait) trap 'echo TERM >"$RECORDS/signal"; exit 7' TERM
                : >"$RECORDS/ready"
                while :; do sleep 0.05; done ;;
            esac
            """;
    private static final String MAVEN = """
            #!/bin/sh
            echo "JAVA_HOME=$JAVA_HOME $*" >>"$RECORDS/mvn"
            [ -z "${SLOW-}" ] || { : >"$RECORDS/building"; sleep "$SLOW"; }
            if [ -f src/main/java/Broken.java ]; then echo "[ERROR] Broken.java: ';' expected"; exit 1; fi
            echo built >target/entente-all.jar
            """;
    private static final List<String> TOOLS = List.of(
            "cat",
            "cksum",
            "find",
            "grep",
            "mkdir",
            "mv",
            "nice",
            "readlink",
            "rm",
            "rmdir",
            "sh",
            "sleep",
            "sort",
            "tail",
            "touch");

    @TempDir
    Path temp;

    private Path project;
    private Path bin;
    private Path jdks;
    private Path records;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(temp.resolve("my project/entente"));
        bin = Files.createDirectories(temp.resolve("bin"));
        jdks = Files.createDirectories(temp.resolve("all jdks"));
        records = Files.createDirectories(temp.resolve("records"));
        Files.copy(Path.of("entente"), project.resolve("entente"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(project.resolve("src/main/java"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve("src/main/java/Main.java"), "class Main {}");
        for (var tool : TOOLS) executable(bin.resolve(tool), "#!/bin/sh\nexec '" + find(tool) + "' \"$@\"\n");
        executable(bin.resolve("mvn"), MAVEN);
        environment.putAll(Map.of(
                "PATH", bin.toString(),
                "HOME", temp.resolve("home").toString(),
                "RECORDS", records.toString(),
                "ENTENTE_JDK_DIRS", jdks.toString(),
                "ENTENTE_AOT", "off"));
    }

    @Test
    void newestJdkIsChosen() throws Exception {
        jdk("a", "21.0.9");
        var newest = jdk("b", "25.0.10");
        jdk("c", "25.0.3");
        jdk("d", "9.0.4");
        assertThat(start().code).isZero();
        assertThat(usedJava()).isEqualTo(newest.resolve("bin/java"));
        assertThat(calls("mvn").getFirst()).startsWith("JAVA_HOME=" + newest + " ");
    }

    @Test
    void javaHomeThatIsTooOldIsPassedOver() throws Exception {
        environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());
        var fitting = jdk("fitting", "21");
        assertThat(start().code).isZero();
        assertThat(usedJava()).isEqualTo(fitting.resolve("bin/java"));
    }

    @Test
    void ententeJavaHomeWinsOverANewerJdk() throws Exception {
        jdk("newer", "25");
        var named = jdk(temp.resolve("elsewhere"), "21.0.1");
        environment.put("ENTENTE_JAVA_HOME", named.toString());
        assertThat(start().code).isZero();
        assertThat(usedJava()).isEqualTo(named.resolve("bin/java"));
    }

    @Test
    void ententeJavaHomeThatDoesNotFitIsNamed() throws Exception {
        jdk("fitting", "25");
        environment.put(
                "ENTENTE_JAVA_HOME", jdk(temp.resolve("elsewhere"), "11.0.2").toString());
        var run = start();
        assertThat(run.code).isZero();
        assertThat(run.err).contains("ENTENTE_JAVA_HOME=" + temp.resolve("elsewhere") + " is no Java from version 21");
    }

    @Test
    void javaOnThePathIsFoundBehindLinks() throws Exception {
        var home = jdk(temp.resolve("hidden"), "24");
        Files.createSymbolicLink(temp.resolve("alternative"), home.resolve("bin/java"));
        Files.createSymbolicLink(bin.resolve("java"), Path.of("../alternative"));
        assertThat(start().code).isZero();
        assertThat(usedJava()).isEqualTo(home.toRealPath().resolve("bin/java"));
    }

    @Test
    void javaWithoutReleaseFileIsAsked() throws Exception {
        var home = jdk(temp.resolve("real"), "22.0.1");
        executable(bin.resolve("java"), """
                #!/bin/sh
                echo "    java.home = %s" >&2
                echo "    java.version = 22.0.1" >&2
                """.formatted(home));
        assertThat(start().code).isZero();
        assertThat(usedJava()).isEqualTo(home.resolve("bin/java"));
    }

    @Test
    void noFittingJdkEndsWith69AndSaysWhatWasSeenAndWhatToDo() throws Exception {
        var old = jdk("old", "17.0.15");
        var run = start();
        assertThat(run.code).isEqualTo(69);
        assertThat(run.out).isEmpty();
        assertThat(run.err).contains(old + ": Java 17.0.15, too old", "version 21 or later", "ENTENTE_JAVA_HOME=");
        assertThat(calls("mvn")).isEmpty();
    }

    @Test
    void runtimeWithoutCompilerRunsButDoesNotBuild() throws Exception {
        var runtime = jdk("jre", "25.0.1");
        Files.delete(runtime.resolve("bin/javac"));
        var run = start();
        assertThat(run.code).isEqualTo(69);
        assertThat(run.err).contains("without compiler (a JRE)");

        var jdk = jdk("jdk", "21");
        assertThat(start().code).isZero();
        assertThat(calls("mvn").getFirst()).startsWith("JAVA_HOME=" + jdk + " ");
        assertThat(usedJava()).isEqualTo(runtime.resolve("bin/java"));

        Files.delete(jdk.resolve("bin/javac"));
        assertThat(start().code).as("what is built needs no compiler").isZero();
    }

    @Test
    void missingMavenEndsWith69() throws Exception {
        jdk("jdk", "25");
        Files.delete(bin.resolve("mvn"));
        var run = start();
        assertThat(run.code).isEqualTo(69);
        assertThat(run.err).contains("Maven (mvn) is needed to build");
    }

    @Test
    void isBuiltOnlyWhenSourcesChanged() throws Exception {
        jdk("jdk", "25");
        assertThat(start().err).contains("Building Entente, once");
        assertThat(start().err).isEmpty();
        assertThat(calls("mvn")).hasSize(1);

        var source = project.resolve("src/main/java/Main.java");
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
    void programWithoutSourcesRunsAsItIs() throws Exception {
        jdk("jdk", "25");
        start();
        Files.delete(project.resolve("pom.xml"));
        assertThat(start("exit", "3").code).isEqualTo(3);
        Files.delete(project.resolve("target/entente-all.jar"));
        assertThat(start().code).isEqualTo(70);
    }

    @Test
    void failedBuildShowsMavensOutputAndLeavesTheOldProgram() throws Exception {
        jdk("jdk", "25");
        start();
        var jar = project.resolve("target/entente-all.jar");
        Files.writeString(jar, "old");
        TimeUnit.MILLISECONDS.sleep(20);
        Files.writeString(project.resolve("src/main/java/Broken.java"), "class");
        var run = start();
        assertThat(run.code).isEqualTo(70);
        assertThat(run.err).contains("[ERROR] Broken.java: ';' expected", "entente-build.log");
        assertThat(jar).hasContent("old");
        assertThat(project.resolve("target/entente.lock")).doesNotExist();

        Files.delete(project.resolve("src/main/java/Broken.java"));
        assertThat(start().code).isZero();
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        jdk("jdk", "25");
        environment.put("SLOW", "0.5");
        var first = launch();
        await(() -> Files.exists(records.resolve("building")));
        var second = launch();
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(calls("mvn")).hasSize(1);
    }

    @Test
    void lockOfADeadProcessIsTakenOver() throws Exception {
        jdk("jdk", "25");
        var dead = new ProcessBuilder(bin.resolve("sh").toString(), "-c", "exit 0").start();
        dead.waitFor();
        Files.createDirectories(project.resolve("target/entente.lock"));
        Files.writeString(project.resolve("target/entente.lock/pid"), dead.pid() + "\n");
        assertThat(start().code).isZero();
        assertThat(calls("mvn")).hasSize(1);
        assertThat(project.resolve("target/entente.lock")).doesNotExist();
    }

    @Test
    void stoppedBuildLeavesNoLock() throws Exception {
        jdk("jdk", "25");
        environment.put("SLOW", "5");
        var run = launch();
        await(() -> Files.exists(records.resolve("building")));
        run.destroy();
        assertThat(run.waitFor()).isEqualTo(143);
        assertThat(project.resolve("target/entente.lock")).doesNotExist();
    }

    @Test
    void exitCodeAndArgumentsArePassedOn() throws Exception {
        jdk("jdk", "25");
        assertThat(start("exit", "42", "two words", "*", "", "--flag=ä \"ö\"", "$HOME").code)
                .isEqualTo(42);
        assertThat(calls("java")).endsWith("exit", "42", "two words", "*", "", "--flag=ä \"ö\"", "$HOME");
    }

    @Test
    void programLearnsItsHomeAndTheUsersOptions() throws Exception {
        jdk("jdk", "25");
        environment.put("ENTENTE_JAVA_OPTS", "-Xmx2g  -Dglob=*");
        Files.createSymbolicLink(temp.resolve("link"), project.resolve("entente"));
        var run = new Run(launch(temp.resolve("link"), "help"));
        assertThat(run.code).isZero();
        var home = project.toRealPath();
        assertThat(calls("java"))
                .contains("-Dentente.home=" + home, "-Xmx2g", "-Dglob=*", home.resolve("target/entente-all.jar") + "")
                .endsWith("help");
    }

    @Test
    void sigtermReachesTheProgram() throws Exception {
        jdk("jdk", "25");
        var run = launch("wait");
        await(() -> Files.exists(records.resolve("ready")));
        run.destroy();
        assertThat(run.waitFor()).isEqualTo(7);
        assertThat(calls("signal")).containsExactly("TERM");
    }

    @Test
    void cacheIsMadeBehindTheFirstStartAndThenUsed() throws Exception {
        jdk("jdk", "25.0.1");
        environment.remove("ENTENTE_AOT");
        var cache = project.resolve("target/entente-25.0.1.aot");
        start();
        assertThat(calls("java")).noneMatch(argument -> argument.startsWith("-XX:AOT"));
        await(() -> Files.exists(cache));
        start();
        assertThat(calls("java")).contains("-XX:AOTCache=" + cache.toRealPath());

        environment.put("ENTENTE_JAVA_OPTS", "-Xshare:off");
        start();
        assertThat(calls("java")).noneMatch(argument -> argument.startsWith("-XX:AOT"));
    }

    private Path jdk(String name, String version) throws IOException {
        return jdk(jdks.resolve(name), version);
    }

    private Path jdk(Path home, String version) throws IOException {
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

    private Path usedJava() throws IOException {
        return Path.of(calls("java").getFirst());
    }

    private List<String> calls(String program) throws IOException {
        var record = records.resolve(program);
        return Files.exists(record) ? Files.readAllLines(record) : List.of();
    }

    private Run start(String... arguments) throws Exception {
        return new Run(launch(arguments));
    }

    private Process launch(String... arguments) throws IOException {
        return launch(project.resolve("entente"), arguments);
    }

    private Process launch(Path script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) TimeUnit.MILLISECONDS.sleep(20);
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
