package dev.ward.standards.advisory;

import dev.ward.standards.cvss.CvssVector;
import dev.ward.standards.cvss.SeverityRating;
import org.jspecify.annotations.Nullable;

/// How severe a vulnerability is, and who says so.
///
/// @param source  who says so: `CNA apache`, `ADP CISA-ADP`, `NVD nvd@nist.gov`, `OSV PYSEC-2021-62`
/// @param cvss    null when the source gives a rating in words only
public record Severity(String source, @Nullable CvssVector cvss, SeverityRating rating) {}
