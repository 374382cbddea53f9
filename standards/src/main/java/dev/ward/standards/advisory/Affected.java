package dev.ward.standards.advisory;

import dev.ward.standards.purl.Purl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a record says is affected: a package, a configuration of CPE names, or a product by its name only.
public sealed interface Affected {

    /// A package of an ecosystem.
    ///
    /// @param purl     without version
    /// @param release  the distribution release that the statement is limited to (`12` of `Debian:12`); null: all
    /// @param any      the version is affected when one of these says so
    record EcosystemPackage(Purl purl, @Nullable String release, List<VersionStatements> any) implements Affected {

        public EcosystemPackage {
            any = List.copyOf(any);
        }
    }

    /// A condition over all CPE names of one device configuration.
    record Configuration(CpeCondition condition) implements Affected {}

    /// A product known only by its vendor's and its own name; at best a candidate.
    record Product(String vendor, String product, VersionStatements versions) implements Affected {}
}
