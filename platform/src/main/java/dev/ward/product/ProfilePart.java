package dev.ward.product;

import java.util.List;

/// What is said, and saved, together.
public sealed interface ProfilePart
        permits Purpose, UseEnvironments, Connectivity, EmergencyAccess, Resources, Classification, CyberDevice {

    ProfileSection section();

    /// All that it says and could say, in the order of its form.
    List<Fact> facts();
}
