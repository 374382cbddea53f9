package dev.ward.standards.sbom;

import java.util.List;

/// What one component or service depends on directly.
///
/// @param ref        the one that depends
/// @param dependsOn  refs of those that it needs; empty means "states that it needs none"
public record Dependency(String ref, List<String> dependsOn) {

    public Dependency {
        dependsOn = List.copyOf(dependsOn);
    }
}
