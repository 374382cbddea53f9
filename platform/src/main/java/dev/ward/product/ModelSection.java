package dev.ward.product;

import dev.ward.web.PageSection;

/// A part of a model's page that another module writes: its essential performance, its devices. A product that has no
/// models shows it too.
public interface ModelSection extends PageSection<DeviceType> {}
