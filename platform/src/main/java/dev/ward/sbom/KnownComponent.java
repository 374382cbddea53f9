package dev.ward.sbom;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A component that at least one SBOM lists: one name, one version, one maker.
///
/// @param id     its public id
/// @param purls  all of them; the component's own is the first unless it has none
public record KnownComponent(
        UUID id,
        String type,
        @Nullable String group,
        String name,
        @Nullable String version,
        @Nullable String supplier,
        @Nullable String manufacturer,
        List<String> purls,
        List<String> cpes) {

    public KnownComponent {
        purls = List.copyOf(purls);
        cpes = List.copyOf(cpes);
    }

    static KnownComponent of(UUID id, StoredIdentity identity) {
        return new KnownComponent(
                id,
                identity.type(),
                identity.groupName(),
                identity.name(),
                identity.version(),
                identity.supplier(),
                identity.manufacturer(),
                identity.purls().stream().filter(Objects::nonNull).toList(),
                identity.cpes());
    }

    /// Group and name, as people write them.
    public String fullName() {
        return group == null || group.isEmpty() ? name : group + "/" + name;
    }
}
