package dev.ward.standards.match;

import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.input.Location;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.sbom.Component;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Components for tests.
final class Components {

    private Components() {}

    static ComponentIdentity named(String name, @Nullable String version) {
        return of("library", null, name, version, null, List.of());
    }

    static ComponentIdentity by(String vendor, String name, @Nullable String version) {
        return of("library", vendor, name, version, null, List.of());
    }

    static ComponentIdentity packaged(String purl) {
        Purl parsed = Purl.parse(purl);
        return of("library", null, parsed.name(), parsed.version(), parsed, List.of());
    }

    static ComponentIdentity withCpe(String name, @Nullable String version, String... cpes) {
        return of(
                "application",
                null,
                name,
                version,
                null,
                List.of(cpes).stream().map(Cpe::parse).toList());
    }

    static ComponentIdentity of(
            String type,
            @Nullable String supplier,
            String name,
            @Nullable String version,
            @Nullable Purl purl,
            List<Cpe> cpes) {
        return ComponentIdentity.of(new Component(
                name,
                type,
                null,
                name,
                version,
                purl,
                cpes,
                List.of(),
                supplier,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                Location.START));
    }
}
