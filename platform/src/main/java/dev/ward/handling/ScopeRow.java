package dev.ward.handling;

import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.SnapshotId;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is known of a release in respect of a case's vulnerabilities.
///
/// @param model       null when the release is of the product as a whole
/// @param released    null while it is in development
/// @param sbom        what is in it; null when that is not known
/// @param open        findings that are open
/// @param candidates  findings that somebody still has to confirm
/// @param past        findings that are closed or whose source was withdrawn
/// @param because     why somebody says that it is in scope; null when nobody did
/// @param devices     in the field
public record ScopeRow(
        ReleaseId release,
        ProductId productId,
        String product,
        @Nullable String model,
        String version,
        @Nullable LocalDate released,
        @Nullable SnapshotId sbom,
        Presence presence,
        int open,
        int candidates,
        int past,
        @Nullable String because,
        long devices) {

    /// What findings and people say. An assessment decides.
    public enum Presence {
        FOUND("Found"),
        CANDIDATE("To be confirmed"),
        NAMED("Named by hand"),
        UNKNOWN("Unknown: no SBOM"),
        PAST("Not any more"),
        ABSENT("Not found");

        private final String title;

        Presence(String title) {
            this.title = title;
        }

        /// As the API says it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String title() {
            return title;
        }
    }
}
