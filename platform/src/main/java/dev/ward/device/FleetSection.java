package dev.ward.device;

import dev.ward.web.Address;
import dev.ward.web.PageSection;

/// A part of the fleet's page that another module writes.
public interface FleetSection extends PageSection<FleetSection.Subject> {

    /// @param here  the page with its parameters; a section may have one of its own
    record Subject(FleetFilter filter, Address here) {}
}
