package dev.ward.sbom.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ward.sbom.Components.Place;
import dev.ward.sbom.Holder;
import dev.ward.sbom.KnownComponent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A component and the releases that hold it now.
///
/// @param releaseCount  how many hold it, of which `releases` are the first
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlaceAnswer(
        UUID id,
        String type,
        @Nullable String group,
        String name,
        @Nullable String version,
        @Nullable String supplier,
        @Nullable String manufacturer,
        List<String> purls,
        List<String> cpes,
        int releaseCount,
        List<Release> releases) {

    /// @param occurrences  how often its SBOM lists the component
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Release(
            UUID id,
            UUID product,
            String productName,
            @Nullable String modelName,
            String version,
            UUID sbom,
            int occurrences) {

        static Release of(Holder holder) {
            return new Release(
                    holder.release(),
                    holder.product(),
                    holder.productName(),
                    holder.modelName(),
                    holder.version(),
                    holder.snapshot().value(),
                    holder.occurrences());
        }
    }

    static PlaceAnswer of(Place place) {
        KnownComponent component = place.component();
        return new PlaceAnswer(
                component.id(),
                component.type(),
                component.group(),
                component.name(),
                component.version(),
                component.supplier(),
                component.manufacturer(),
                component.purls(),
                component.cpes(),
                place.releases(),
                place.holders().stream().map(Release::of).toList());
    }
}
