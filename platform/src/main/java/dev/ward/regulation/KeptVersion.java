package dev.ward.regulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A version that somebody brought, as it is kept.
///
/// @param content  the file
/// @param withdrawnEdition  of the book in which it is no more; null while it is not withdrawn
record KeptVersion(
        String ruleSet,
        String version,
        String status,
        LocalDate from,
        @Nullable LocalDate to,
        String content,
        RuleVersion.Brought brought,
        @Nullable Long withdrawnEdition) {

    /// Whether the book of an edition holds it.
    boolean isIn(long edition) {
        return brought.edition() <= edition && (withdrawnEdition == null || withdrawnEdition > edition);
    }
}
