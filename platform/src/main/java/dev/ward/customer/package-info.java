/// Who has our devices: customers, their sites, the people there, and who agreed to which notices. Never a patient.
@ApplicationModule(
        displayName = "Customer",
        allowedDependencies = {"audit", "identity", "web", "database"})
@NullMarked
package dev.ward.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
