/// What was done to devices in the field: whether each change is a routine update or a reportable
/// correction, the recalls, and what was decided of corrections before Ward was used.
///
/// Source: 21 CFR 7.46 to 7.55, 806; FDA Postmarket Management of Cybersecurity in Medical Devices
/// (2016), VII.
@ApplicationModule(
        displayName = "Correction",
        allowedDependencies = {
            "product",
            "assessment",
            "handling",
            "regulation",
            "signature",
            "document",
            "table",
            "job",
            "audit",
            "identity",
            "web",
            "database"
        })
@NullMarked
package dev.ward.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
