/// What is due to which authority by when, the facts from which it follows, and the records that prove
/// it.
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices (2016), VII to IX; 21 CFR 803,
/// 806, 814.84.
@ApplicationModule(
        displayName = "Regulation",
        allowedDependencies = {
            "product",
            "advisory",
            "finding",
            "assessment",
            "handling",
            "clock",
            "mail",
            "job",
            "signature",
            "document",
            "audit",
            "identity",
            "web",
            "database"
        })
@NullMarked
package dev.ward.regulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
