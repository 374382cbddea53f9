package dev.ward.sbom;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Small SBOMs for tests.
public final class Boms {

    private Boms() {}

    /// @param components  `name@version`
    public static String of(String... components) {
        return withComponents(Arrays.stream(components)
                .map(component -> {
                    String[] parts = component.split("@", 2);
                    return """
                            {"type": "library", "bom-ref": "%1$s@%2$s", "name": "%1$s", "version": "%2$s",
                             "purl": "pkg:npm/%1$s@%2$s", "licenses": [{"license": {"id": "MIT"}}]}
                            """.formatted(parts[0], parts[1]);
                })
                .collect(Collectors.joining(",")));
    }

    public static String withComponents(String components) {
        return """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [%s]}
                """.formatted(components);
    }
}
