package dev.ward.handling;

import dev.ward.web.PageSection;

/// A part of a signal's page that another module writes.
public interface SignalSection extends PageSection<Signal> {}
