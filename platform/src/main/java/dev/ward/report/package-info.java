/// Reports to authorities and records of what was not reported, drafted from what is known.
///
/// Source: 21 CFR 803.52, 806.10, 806.20, 814.84, 7.41; EU MDR Art. 87; MEDDEV MIR and FSCA forms.
@ApplicationModule(
        displayName = "Reports",
        allowedDependencies = {
            "product",
            "device",
            "assessment",
            "performance",
            "handling",
            "reach",
            "regulation",
            "correction",
            "document",
            "signature",
            "audit",
            "identity",
            "web",
            "database"
        })
@NullMarked
package dev.ward.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
