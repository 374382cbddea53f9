package dev.ward.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.ward.house.HouseRules;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HouseTest {

    private static final JavaClasses CLASSES = HouseRules.mainClasses("dev.ward.cli");

    @Test
    void filesAreSmallAndNamedByWhatTheyAre() throws IOException {
        HouseRules.checkFiles(Path.of("."));
    }

    @Test
    void packagesFormNoCycle() {
        HouseRules.checkNoCycles(CLASSES, "dev.ward.cli");
    }

    @Test
    void everyPackageIsNullMarked() {
        HouseRules.checkNullMarked(CLASSES);
    }

    @Test
    void knowsNoDatabaseAndNoSpring() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void scansWithoutANetwork() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("dev.ward.cli.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..")
                .check(CLASSES);
    }
}
