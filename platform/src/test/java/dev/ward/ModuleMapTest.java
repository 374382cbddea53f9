package dev.ward;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The map of the modules in the docs is made from the code; `-Dward.write=true` writes it anew.
class ModuleMapTest {

    private static final Path MAP = Path.of("..", "docs", "reference", "modules.md");

    private static final ApplicationModules MODULES = ApplicationModules.of(
            Ward.class,
            JavaClass.Predicates.resideInAnyPackage(
                    "dev.ward.standards..", "dev.ward.templates..", "dev.ward.house.."));

    @Test
    void isWhatTheCodeSays() throws IOException {
        String map = map();
        if (Boolean.getBoolean("ward.write")) {
            Files.writeString(MAP, map);
        }
        assertThat(Files.readString(MAP)).isEqualTo(map);
    }

    private static String map() {
        List<ApplicationModule> modules = MODULES.stream()
                .sorted(Comparator.comparing(module -> module.getIdentifier().toString()))
                .toList();
        String rows = modules.stream().map(ModuleMapTest::row).collect(Collectors.joining());
        String arrows = modules.stream()
                .flatMap(module -> targets(module).stream()
                        .map(target -> "    %s --> %s\n".formatted(module.getIdentifier(), target)))
                .collect(Collectors.joining());
        return """
                # Modules of the platform

                Made from the code by `ModuleMapTest`; do not edit. An arrow points at what is used.

                | module | uses |
                | --- | --- |
                %s
                ```mermaid
                flowchart TD
                %s```
                """.formatted(rows, arrows);
    }

    private static String row(ApplicationModule module) {
        String targets = targets(module).stream().map("`%s`"::formatted).collect(Collectors.joining(" "));
        return "| `%s` | %s |\n".formatted(module.getIdentifier(), targets.isEmpty() ? "–" : targets);
    }

    private static List<String> targets(ApplicationModule module) {
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(target -> target.getIdentifier().toString())
                .sorted()
                .toList();
    }
}
