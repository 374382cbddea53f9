package dev.ward.product;

import dev.ward.web.PageSection;

/// A part of a release's page that another module writes: its SBOM, its findings.
public interface ReleaseSection extends PageSection<ReleaseId> {}
