package dev.ward.standards.advisory;

import dev.ward.standards.cpe.Cpe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition over the CPE names of one device configuration.
///
/// Source: NVD CVE API 2.0, `configurations`; CVE Record Format 5.1, `cpeApplicability`.
public sealed interface CpeCondition {

    /// @param vulnerable  false for a platform that the vulnerable product runs on or with
    /// @param versions    null when the criteria's own version attribute decides
    record Leaf(Cpe criteria, boolean vulnerable, @Nullable VersionStatements versions) implements CpeCondition {}

    record AllOf(List<CpeCondition> conditions) implements CpeCondition {

        public AllOf {
            conditions = List.copyOf(conditions);
        }
    }

    record AnyOf(List<CpeCondition> conditions) implements CpeCondition {

        public AnyOf {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(CpeCondition condition) implements CpeCondition {}
}
