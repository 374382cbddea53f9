package dev.ward.portal;

import dev.ward.document.StoredDocument;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.SnapshotId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A release as a customer sees it: one that is installed there, or has come out for a product that is there.
///
/// @param devices  on how many devices of the customer it is
/// @param dates    of its stages, in their order
/// @param sbom     null when there is none to be had
public record OwnRelease(
        ReleaseId id,
        ProductId product,
        String productName,
        @Nullable String modelName,
        String version,
        @Nullable LocalDate releasedOn,
        long devices,
        List<OwnDate> dates,
        @Nullable Sbom sbom) {

    public OwnRelease {
        dates = List.copyOf(dates);
    }

    /// "Infusion pump Mini 7.3".
    public String name() {
        return kind() + " " + version;
    }

    public String kind() {
        return modelName == null ? productName : productName + " " + modelName;
    }

    /// @param document  its file, as it was uploaded
    /// @param ending  of its file, `.cdx.json`; may be empty
    /// @param given  whether it may be had now; otherwise it can be asked for
    /// @param asked  whether it was, and the answer is awaited
    public record Sbom(
            SnapshotId snapshot,
            StoredDocument document,
            String format,
            @Nullable String specVersion,
            String ending,
            long components,
            boolean given,
            boolean asked) {}
}
