package dev.ward;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.ward.house.HouseRules;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HouseTest {

    private static final JavaClasses CLASSES = HouseRules.mainClasses("dev.ward")
            .that(JavaClass.Predicates.resideOutsideOfPackages(
                    "dev.ward.standards..", "dev.ward.templates..", "dev.ward.house.."));

    @Test
    void filesAreSmallAndNamedByWhatTheyAre() throws IOException {
        HouseRules.checkFiles(Path.of("."));
    }

    @Test
    void everyPackageIsNullMarked() {
        HouseRules.checkNullMarked(CLASSES);
    }
}
