package dev.ward.handling;

import dev.ward.web.PageSection;

/// A part of a case's page that another module writes.
public interface CaseSection extends PageSection<VulnerabilityCase> {}
