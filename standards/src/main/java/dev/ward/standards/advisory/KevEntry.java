package dev.ward.standards.advisory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One line of CISA's catalogue of known exploited vulnerabilities.
///
/// `dueDate` binds US federal agencies; it is never a medical device's deadline.
///
/// @param ransomware  `Known` or `Unknown`
public record KevEntry(
        String cve,
        String vendorProject,
        String product,
        String name,
        LocalDate dateAdded,
        @Nullable LocalDate dueDate,
        String ransomware) {}
