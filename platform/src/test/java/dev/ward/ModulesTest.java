package dev.ward;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(
            Ward.class, JavaClass.Predicates.resideInAnyPackage("dev.ward.standards..", "dev.ward.templates.."));

    @Test
    void dependOnlyWhereTheirArrowsPoint() {
        MODULES.verify();
    }

    @Test
    void areNeverOpen() {
        assertThat(MODULES).allMatch(module -> !module.isOpen());
        assertThat(MODULES).extracting(ApplicationModule::getIdentifier).isNotEmpty();
    }
}
