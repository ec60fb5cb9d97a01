package org.entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.web.page.EmbeddedView;
import org.entente.web.page.Page;
import org.entente.web.page.View;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each view fits its template; each template is shown by a view or is a part of another template. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern PART = Pattern.compile("@template\\.(\\w+)\\.(\\w+)\\(");

    @TestFactory
    Stream<DynamicTest> a_template_takes_the_page_and_its_view_and_nothing_else() throws Exception {
        return views().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey() + " shows " + e.getValue().getSimpleName(), () -> {
                            Method render = render(e.getKey());
                            // The first two are the output and a hook of the template engine.
                            Class<?>[] taken =
                                    Arrays.copyOfRange(render.getParameterTypes(), 2, render.getParameterCount());
                            List<String> names = Arrays.stream(render.getParameters())
                                    .map(Parameter::getName)
                                    .skip(2)
                                    .toList();
                            if (View.class.isAssignableFrom(e.getValue())) {
                                assertThat(taken).containsExactly(Page.class, e.getValue());
                                assertThat(names).containsExactly("page", "view");
                            } else {
                                assertThat(taken).containsExactly(e.getValue());
                                assertThat(names).containsExactly("view");
                            }
                        }));
    }

    @Test
    void every_template_is_shown_by_a_view_or_is_a_part_of_another() throws Exception {
        Set<String> whole = new TreeSet<>();
        Set<String> parts = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jte")).toList()) {
                whole.add(TEMPLATES.relativize(file).toString());
                PART.matcher(Files.readString(file))
                        .results()
                        .forEach(m -> parts.add(m.group(1) + "/" + m.group(2) + ".jte"));
            }
        }
        whole.removeAll(parts);
        Set<String> shown = new TreeSet<>(views().keySet());
        shown.removeAll(parts);
        assertThat(whole).containsExactlyInAnyOrderElementsOf(shown);
    }

    /** Template to the class of its view. */
    private static Map<String, Class<?>> views() throws ReflectiveOperationException {
        Set<JavaClass> found = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.entente.web")
                        .stream()
                        .filter(c -> c.isAssignableTo(View.class) || c.isAssignableTo(EmbeddedView.class))
                        .filter(c -> !c.isInterface())
                        .collect(Collectors.toSet());
        Map<String, Class<?>> views = new TreeMap<>();
        for (JavaClass type : found) {
            Class<?> view = Class.forName(type.getName());
            Constructor<?> constructor = view.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            // The name of the template does not depend on what the view holds.
            Object empty = constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(t -> t == List.class ? List.of() : Array.get(Array.newInstance(t, 1), 0))
                    .toArray());
            views.put(empty instanceof View shown ? shown.template() : ((EmbeddedView) empty).template(), view);
        }
        return views;
    }

    private static Method render(String template) throws ClassNotFoundException, IOException {
        Path path = Path.of(template);
        String name = path.getFileName().toString().replace(".jte", "");
        Class<?> compiled =
                Class.forName("org.entente.web.templates." + path.getParent() + ".Jte" + name + "Generated");
        return Arrays.stream(compiled.getMethods())
                .filter(m -> m.getName().equals("render"))
                .findFirst()
                .orElseThrow();
    }
}
