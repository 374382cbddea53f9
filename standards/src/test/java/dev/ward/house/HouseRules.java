package dev.ward.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules of the house that hold in every Maven module; each module's `HouseTest` calls them.
public final class HouseRules {

    private static final int LONGEST_FILE = 400;
    private static final Pattern AVOIDED_NAME =
            Pattern.compile("(Util|Utils|Helper|Manager|Impl|Common|Base|Data|Info|Misc)$");
    private static final Pattern AVOIDED_FOLDER =
            Pattern.compile("/(util|utils|helper|manager|impl|common|base|data|info|misc)/");
    private static final Pattern DISGUISE = Pattern.compile("@Disabled|assertTrue\\(true\\)|\\bFIXME\\b|\\bXXX\\b");

    private HouseRules() {}

    /// Source files of a module's folder, main and test.
    public static List<Path> sources(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JavaClasses mainClasses(String packageName) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packageName);
    }

    public static void checkFiles(Path module) throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> sources = sources(module);
        for (Path source : sources) {
            long lines;
            try (Stream<String> stream = Files.lines(source)) {
                lines = stream.count();
            }
            String text = Files.readString(source);
            String name = source.getFileName().toString().replace(".java", "");
            if (name.equals("HouseRules")) {
                continue;
            }
            if (lines > LONGEST_FILE) {
                broken.add("%s has %d lines, more than %d".formatted(source, lines, LONGEST_FILE));
            }
            if (AVOIDED_NAME.matcher(name).find()
                    || AVOIDED_FOLDER.matcher(source.toString()).find()) {
                broken.add("%s has a name that says nothing".formatted(source));
            }
            if (DISGUISE.matcher(text).find()) {
                broken.add("%s disguises something unfinished".formatted(source));
            }
            if (text.contains("import lombok") || text.contains("org.mockito")) {
                broken.add("%s imports what the house does not use".formatted(source));
            }
        }
        assertThat(sources).isNotEmpty();
        assertThat(broken).isEmpty();
    }

    public static void checkNoCycles(JavaClasses classes, String packageName) {
        SlicesRuleDefinition.slices()
                .matching(packageName + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    public static void checkNullMarked(JavaClasses classes) {
        ArchRuleDefinition.classes()
                .should(new ArchCondition<>("live in a @NullMarked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                        if (!marked) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getFullName() + " is in a package without @NullMarked"));
                        }
                    }
                })
                .check(classes);
    }
}
