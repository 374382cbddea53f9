package dev.ward.product;

import java.util.Map;

/// A part of the release's page that another module writes: its SBOM, its findings. Each module contributes a bean.
public interface ReleaseSection {

    /// The heading: "Software bill of materials".
    String title();

    /// The template below `src/main/jte` without its ending, `sbom/release-section`. It gets `frame` as every template.
    String view();

    /// The template's parameters.
    Map<String, Object> model(ReleaseId release);

    /// Where it stands, smallest first.
    int order();

    /// The name of the permission without which it is not shown.
    String permission();
}
