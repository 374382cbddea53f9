package dev.ward.standards;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.ward.house.HouseRules;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HouseTest {

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

    @Test
    void leavesDependOnNoOtherStandard() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.ward.standards.purl..",
                        "dev.ward.standards.cpe..",
                        "dev.ward.standards.cvss..",
                        "dev.ward.standards.version..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.ward.standards.sbom..",
                        "dev.ward.standards.advisory..",
                        "dev.ward.standards.match..",
                        "dev.ward.standards.cyclonedx..",
                        "dev.ward.standards.spdx..")
                .check(CLASSES);
    }
}
