package dev.ward.product.gudid;

import dev.ward.standards.gudid.GudidDevice;
import dev.ward.standards.gudid.GudidIdentifier;
import dev.ward.standards.gudid.GudidTerm;
import dev.ward.standards.udi.DeviceIdentifier;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the FDA's record says of a device, as Ward keeps it; null is what the record does not say.
///
/// @param identifiers     the primary one first
/// @param versionOrModel  as the labeler writes it
/// @param company         the labeler
/// @param description     as published
/// @param flags           names of `GudidFlag`, and whether it is so; absent when the record does not say
/// @param premarket       submission numbers
/// @param status          `Published`, `Unpublished`, `Deactivated`
/// @param ended           since when the device is not in commercial distribution
///
/// Source: FDA, GUDID data elements reference table.
public record GudidRecord(
        List<Identifier> identifiers,
        String brand,
        @Nullable String versionOrModel,
        @Nullable String catalogNumber,
        String company,
        @Nullable String duns,
        @Nullable Integer deviceCount,
        @Nullable String description,
        SortedMap<String, Boolean> flags,
        @Nullable String mriSafety,
        List<Term> gmdn,
        List<Term> productCodes,
        List<String> premarket,
        @Nullable Integer version,
        @Nullable LocalDate versionDate,
        @Nullable String status,
        @Nullable LocalDate published,
        @Nullable String distribution,
        @Nullable LocalDate ended) {

    /// @param di       canonical where it is sound, as published where it is not
    /// @param agency   `GS1`, `HIBCC`, `ICCBBA`; as published where Ward knows no such agency
    /// @param role     a name of `GudidIdentifier.Role`
    /// @param sound    whether it keeps the rules of its agency, so that it can be linked
    public record Identifier(
            String di,
            String agency,
            String role,
            boolean sound,
            @Nullable String contains,
            @Nullable Integer quantity,
            @Nullable LocalDate ended) {}

    public record Term(@Nullable String code, String name) {}

    static GudidRecord from(GudidDevice device) {
        SortedMap<String, Boolean> flags = new TreeMap<>();
        device.flags().forEach((flag, value) -> flags.put(flag.name(), value));
        GudidDevice.Publication publication = device.publication();
        return new GudidRecord(
                identifiers(device),
                clean(device.brand()),
                text(device.versionOrModel()),
                text(device.catalogNumber()),
                clean(device.company()),
                text(device.duns()),
                device.deviceCount(),
                text(device.description()),
                flags,
                text(device.mriSafety()),
                terms(device.gmdnTerms()),
                terms(device.productCodes()),
                device.premarket().stream().map(GudidRecord::clean).toList(),
                publication.version(),
                publication.versionDate(),
                text(publication.status()),
                publication.published(),
                text(publication.distribution()),
                publication.distributionEnded());
    }

    private static List<Identifier> identifiers(GudidDevice device) {
        return Stream.concat(
                        Stream.of(device.primary()),
                        device.identifiers().stream().filter(one -> !one.equals(device.primary())))
                .map(GudidRecord::identifier)
                .toList();
    }

    private static Identifier identifier(GudidIdentifier one) {
        DeviceIdentifier di = one.di();
        return new Identifier(
                di == null ? clean(one.value()) : di.value(),
                di == null ? clean(one.agency()) : di.agency().name(),
                one.role().name(),
                di != null,
                text(one.contains()),
                one.quantity(),
                one.discontinued());
    }

    private static List<Term> terms(List<GudidTerm> terms) {
        return terms.stream()
                .map(term -> new Term(text(term.code()), clean(term.name())))
                .toList();
    }

    private static @Nullable String text(@Nullable String published) {
        return published == null || published.isBlank() ? null : clean(published);
    }

    /// PostgreSQL keeps no character 0, which JSON may hold.
    private static String clean(String published) {
        return published.replace("\0", "").strip();
    }

    public Identifier primary() {
        return identifiers.getFirst();
    }

    /// Whether something is so; null when the record does not say.
    public @Nullable Boolean is(String flag) {
        return flags.get(flag);
    }
}
