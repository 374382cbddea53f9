package dev.ward.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a page of one module that another module writes: the SBOM of a release, the devices that a vulnerability
/// reaches. Each module contributes its own as beans.
///
/// @param <S>  what the page is about
public interface PageSection<S> {

    /// The heading: "Software bill of materials".
    String title();

    /// The template below `src/main/jte` without its ending, `sbom/release-section`. It gets `frame` as every template.
    String view();

    /// The template's parameters; null when there is nothing to say.
    @Nullable
    Map<String, Object> model(S subject);

    /// Where it stands, smallest first.
    int order();

    /// The name of the permission without which it is not shown.
    String permission();
}
