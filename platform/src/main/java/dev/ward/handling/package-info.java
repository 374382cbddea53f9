/// Signals, the vulnerability case and its phases, embargo, participants.
///
/// Source: ISO/IEC 30111; FDA Postmarket Management of Cybersecurity in Medical Devices (2016), V.B.
@ApplicationModule(
        displayName = "Handling",
        allowedDependencies = {
            "product",
            "advisory",
            "sbom",
            "finding",
            "assessment",
            "signature",
            "device",
            "document",
            "audit",
            "identity",
            "web",
            "database"
        })
@NullMarked
package dev.ward.handling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
