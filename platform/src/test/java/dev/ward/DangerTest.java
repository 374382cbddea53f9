package dev.ward;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.ward.house.HouseRules;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// What is not used anywhere, because it is dangerous wherever it is used.
class DangerTest {

    private static final JavaClasses CLASSES = HouseRules.mainClasses("dev.ward");

    @Test
    void nothingRunsOrLooksUpWhatSomebodySent() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.script..",
                        "javax.naming..",
                        "javax.xml.xpath..",
                        "javax.xml.transform..",
                        "org.springframework.expression..",
                        "java.rmi..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class)
                .orShould()
                .callMethodWhere(target(owner(type(Runtime.class))).and(target(name("exec"))))
                .check(CLASSES);
    }

    @Test
    void templatesAreMadeAtBuildTimeAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("gg.jte.resolve..", "gg.jte.compiler..")
                .check(CLASSES);
    }

    @Test
    void programsAreStartedForTheDatabaseAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.ward.database..", "dev.ward.house..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .check(CLASSES);
    }

    @Test
    void chanceIsMadeByTheSecureGeneratorAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.ward.home.demo") // an invented fleet, the same from the same seed
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(Random.class, long.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ThreadLocalRandom.class)
                .check(CLASSES);
    }

    @Test
    void nothingEncryptsButSeedsAndBackupsOrWeakensTls() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.ward.identity.SeedVault")
                .and()
                .doNotHaveFullyQualifiedName("dev.ward.identity.Totp")
                .and()
                .doNotHaveFullyQualifiedName("dev.ward.database.BackupHeader")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.crypto..", "javax.net.ssl..", "org.bouncycastle..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc.client5.http.ssl..")
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.ward.database.BackupKey")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.crypto.tink..")
                .check(CLASSES);
    }
}
