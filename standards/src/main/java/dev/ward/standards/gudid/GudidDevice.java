package dev.ward.standards.gudid;

import dev.ward.standards.udi.DeviceIdentifier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the FDA publishes of one device under its primary identifier; null and absent is what the record does not say.
///
/// @param identifiers      one is the primary one
/// @param versionOrModel   the version or model, as labelers write it
/// @param company          the labeler
/// @param duns             the labeler's number in the D-U-N-S system
/// @param deviceCount      devices in the base package
/// @param flags            what is said with yes or no
/// @param mriSafety        as published: `MR Conditional`
/// @param gmdnTerms        names of the Global Medical Device Nomenclature
/// @param productCodes     the FDA's three letters
/// @param premarket        submission numbers, with the supplement's behind a slash: `K094035`, `P950002/S001`
/// @param publication      of the record, not of the device
///
/// Source: FDA, GUDID data elements reference table; openFDA, device/udi.
public record GudidDevice(
        List<GudidIdentifier> identifiers,
        String brand,
        @Nullable String versionOrModel,
        @Nullable String catalogNumber,
        String company,
        @Nullable String duns,
        @Nullable Integer deviceCount,
        @Nullable String description,
        Map<GudidFlag, Boolean> flags,
        @Nullable String mriSafety,
        List<GudidTerm> gmdnTerms,
        List<GudidTerm> productCodes,
        List<String> premarket,
        Publication publication) {

    /// How the record stands.
    ///
    /// @param key                 of all its versions (UUID)
    /// @param version             from 1
    /// @param versionDate         since when this version stands
    /// @param status              `Published`, `Unpublished`, `Deactivated`
    /// @param published           when the first version was
    /// @param distribution        whether the device is in commercial distribution, as published
    /// @param distributionEnded   since when it is not
    public record Publication(
            @Nullable String key,
            @Nullable Integer version,
            @Nullable LocalDate versionDate,
            @Nullable String status,
            @Nullable LocalDate published,
            @Nullable String distribution,
            @Nullable LocalDate distributionEnded) {}

    public GudidDevice {
        identifiers = List.copyOf(identifiers);
        flags = Map.copyOf(flags);
        gmdnTerms = List.copyOf(gmdnTerms);
        productCodes = List.copyOf(productCodes);
        premarket = List.copyOf(premarket);
        if (identifiers.stream().noneMatch(one -> one.role() == GudidIdentifier.Role.PRIMARY)) {
            throw new IllegalArgumentException("a device without a primary identifier: \"%s\"".formatted(brand));
        }
    }

    /// The primary identifier; the first, where a record has several.
    public GudidIdentifier primary() {
        return identifiers.stream()
                .filter(one -> one.role() == GudidIdentifier.Role.PRIMARY)
                .findFirst()
                .orElseThrow();
    }

    /// The identifiers of one role, in the record's order.
    public List<GudidIdentifier> identifiers(GudidIdentifier.Role role) {
        return identifiers.stream().filter(one -> one.role() == role).toList();
    }

    /// The primary identifier, checked; empty when it breaks the rules of its agency.
    public Optional<DeviceIdentifier> di() {
        return Optional.ofNullable(primary().di());
    }

    /// Whether something is so; null when the record does not say.
    public @Nullable Boolean is(GudidFlag flag) {
        return flags.get(flag);
    }
}
