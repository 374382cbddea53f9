package dev.ward.device;

import dev.ward.web.PageSection;

/// A part of a device's page that another module writes.
public interface DeviceSection extends PageSection<Device> {}
