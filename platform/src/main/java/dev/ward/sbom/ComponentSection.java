package dev.ward.sbom;

import dev.ward.web.PageSection;

/// A part of a component's page that another module writes.
public interface ComponentSection extends PageSection<KnownComponent> {}
