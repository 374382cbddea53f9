package dev.ward.product.gudid;

import dev.ward.product.LinkedIdentifier;
import dev.ward.product.MarketClass;
import dev.ward.product.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing that the FDA's record says, beside what stands here.
///
/// @param told  in words; null when the record does not say it
/// @param ours  in words; null when nobody has said it here
/// @param same  whether both say the same; null when one of them does not say it
public record RecordComparison(
        String what,
        @Nullable String told,
        @Nullable String ours,
        @Nullable Boolean same) {

    /// @param profile  of what bears the identifier; null when nobody has described it
    static List<RecordComparison> of(GudidRecord told, LinkedIdentifier ours, @Nullable Profile profile) {
        MarketClass us =
                profile == null ? null : profile.classification().find("US").orElse(null);
        return List.of(
                name(told, ours),
                kind(told, ours),
                productCode(told, us),
                classification(told, us),
                market(ours),
                lastDay(told, ours));
    }

    private static RecordComparison name(GudidRecord told, LinkedIdentifier ours) {
        String version = told.versionOrModel();
        String words = version == null ? told.brand() : told.brand() + ", " + version;
        String own = ours.modelName() == null ? ours.productName() : ours.modelName();
        boolean same = equal(own, told.brand()) || (version != null && equal(own, version));
        return new RecordComparison("Brand, version or model", words, ours.bearer(), same);
    }

    private static RecordComparison kind(GudidRecord told, LinkedIdentifier ours) {
        String role = told.identifiers().stream()
                .filter(one -> one.di().equals(ours.di().value()))
                .map(one -> GudidRecords.kind(one.role()).words())
                .findFirst()
                .orElse(null);
        return compared("Kind of identifier", role, ours.kind().words());
    }

    private static RecordComparison productCode(GudidRecord told, @Nullable MarketClass us) {
        List<String> codes = told.productCodes().stream()
                .map(GudidRecord.Term::code)
                .filter(Objects::nonNull)
                .toList();
        String own = us == null ? null : us.productCode();
        return new RecordComparison(
                "FDA product code",
                codes.isEmpty() ? null : String.join(", ", codes),
                own,
                (own == null || codes.isEmpty()) ? null : codes.contains(own));
    }

    private static RecordComparison classification(GudidRecord told, @Nullable MarketClass us) {
        List<String> names =
                told.productCodes().stream().map(GudidRecord.Term::name).toList();
        String own = us == null ? null : us.classificationName();
        return new RecordComparison(
                "Classification name",
                names.isEmpty() ? null : String.join(", ", names),
                own,
                (own == null || names.isEmpty()) ? null : names.stream().anyMatch(name -> equal(name, own)));
    }

    private static RecordComparison market(LinkedIdentifier ours) {
        String own = ours.markets().isEmpty() ? null : String.join(", ", ours.markets());
        return new RecordComparison(
                "Market", "US", own, own == null ? null : ours.markets().contains("US"));
    }

    private static RecordComparison lastDay(GudidRecord told, LinkedIdentifier ours) {
        return compared("Last day of distribution", text(told.ended()), text(ours.to()));
    }

    private static RecordComparison compared(String what, @Nullable String told, @Nullable String ours) {
        return new RecordComparison(what, told, ours, (told == null || ours == null) ? null : equal(told, ours));
    }

    private static boolean equal(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
