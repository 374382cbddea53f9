package dev.ward.standards;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.ward.house.HouseRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HouseTest {

    private static final String ROOT = "dev.ward.standards.";
    private static final JavaClasses CLASSES = HouseRules.mainClasses("dev.ward.standards");

    @Test
    void filesAreSmallAndNamedByWhatTheyAre() throws IOException {
        HouseRules.checkFiles(Path.of("."));
    }

    @Test
    void packagesFormNoCycle() {
        HouseRules.checkNoCycles(CLASSES, "dev.ward.standards");
    }

    @Test
    void everyPackageIsNullMarked() {
        HouseRules.checkNullMarked(CLASSES);
    }

    @Test
    void knowsNoNetworkNoDatabaseNoFilesAndNoSystemClock() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "java.sql..", "javax.sql..", "java.net.http..", "java.nio.file..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    /// The table of packages in ARCHITECTURE.md. A package stands behind those that it may use.
    @Test
    void packagesUseOnlyWhatTheArchitectureLetsThem() throws IOException {
        Map<String, Set<String>> arrows = arrows(Files.readString(Path.of("../ARCHITECTURE.md")));
        Map<String, Set<String>> used = new TreeMap<>();
        for (JavaClass type : CLASSES.that(DescribedPredicate.describe("lie in a package", HouseTest::isPacked))) {
            Set<String> others = used.computeIfAbsent(standard(type), name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT)
                        && !standard(target).equals(standard(type))) {
                    others.add(standard(target));
                }
            }
        }
        assertThat(used).isEqualTo(arrows);
    }

    /// The packages of the table, each with those that it uses.
    private static Map<String, Set<String>> arrows(String architecture) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        String table = architecture.substring(architecture.indexOf("| package |"));
        for (String row :
                table.substring(0, table.indexOf("\n\n")).lines().skip(2).toList()) {
            String[] cells = row.split("\\|");
            for (String name : names(cells[1])) {
                arrows.put(name, names(cells[3]));
            }
        }
        return arrows;
    }

    private static Set<String> names(String cell) {
        return Pattern.compile("`([^`]+)`")
                .matcher(cell)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isPacked(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    private static String standard(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }
}
