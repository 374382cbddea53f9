package dev.ward.finding;

import dev.ward.web.PageSection;

/// A part of a finding's page that another module writes.
public interface FindingSection extends PageSection<Finding> {}
