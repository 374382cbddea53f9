package dev.ward.report;

import dev.ward.product.LinkedIdentifier;
import dev.ward.product.MarketClass;
import dev.ward.product.Purpose;
import dev.ward.report.KnownOfCase.Described;
import dev.ward.report.KnownOfCase.Submitted;
import dev.ward.web.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The items that say which devices a case is about.
///
/// Source: 21 CFR 806.10(c)(3) to (5); 806.20(b)(1), (2).
final class DeviceItems {

    private static final String MARKET = "US";
    private static final String NO_DEVICE = "which devices it is about, as no product is known that the case reaches";

    private DeviceItems() {}

    private static List<Described> devices(CorrectionFacts facts) {
        return facts.known().devices();
    }

    /// @param withCode  whether the product code is asked for
    static DraftItem names(CorrectionFacts facts, String number, boolean withCode) {
        Filling item = new Filling(
                number,
                "Brand name, common or classification name, and intended use",
                "Product: name; profile: common name, intended use, classification in the United States");
        item.lacksIf(devices(facts).isEmpty(), NO_DEVICE);
        item.lacksIf(products(facts) > 1, "which of the products that are reached are subject to the correction");
        for (Described one : devices(facts)) {
            Purpose purpose = one.profile().purpose();
            MarketClass american = one.in(MARKET);
            String classified = american == null ? null : american.classificationName();
            String code = american == null ? null : american.productCode();
            item.lacksIf(
                    purpose.commonName() == null && classified == null,
                    "the common, usual or classification name of " + one.name());
            item.lacksIf(
                    withCode && american == null,
                    "the classification of %s in the United States".formatted(one.name()));
            item.lacksIf(purpose.intendedUse() == null, "the intended use of " + one.name());
            item.table(
                    List.of("Field", one.name()),
                    List.of(
                            List.of("Brand name", one.name()),
                            List.of("Common or usual name", Filling.or(purpose.commonName())),
                            List.of("Classification name", Filling.or(classified)),
                            List.of(
                                    "Class, product code",
                                    Filling.or(american == null ? null : american.deviceClass()) + ", "
                                            + Filling.or(code)),
                            List.of("Intended use", Filling.or(purpose.intendedUse()))),
                    null,
                    one.href());
        }
        return item.item();
    }

    /// How many products are reached; of a case that reaches none for certain, how many it may reach. A correction
    /// may be of fewer.
    private static long products(CorrectionFacts facts) {
        boolean certain = devices(facts).stream().anyMatch(Described::reached);
        return devices(facts).stream()
                .filter(one -> !certain || one.reached())
                .map(one -> one.type().product())
                .distinct()
                .count();
    }

    static DraftItem marketing(CorrectionFacts facts, String number) {
        Filling item = new Filling(
                number,
                "Marketing status and listing number",
                "Release: submissions; profile: listing number in the United States; who reports: registration");
        List<Described> american = facts.known().on(MARKET);
        item.lacksIf(devices(facts).isEmpty(), NO_DEVICE);
        item.lacksIf(
                american.isEmpty() && !devices(facts).isEmpty(),
                "under what the devices are marketed in the United States, as by their profiles none is");
        for (Described one : american) {
            MarketClass market = one.in(MARKET);
            item.lacksIf(
                    one.submissions(MARKET).isEmpty(),
                    "the premarket notification or approval number of %s, or that it is exempt or a preamendments device"
                            .formatted(one.name()));
            item.lacksIf(market == null || market.listing() == null, "the listing number of " + one.name());
        }
        item.table(
                List.of("Device", "Marketing status", "Listing number"),
                american.stream()
                        .map(one -> List.of(one.name(), submissions(one), Filling.or(listing(one.in(MARKET)))))
                        .toList(),
                null,
                null);
        Manufacturer manufacturer = facts.manufacturer();
        if (manufacturer.registration() == null) {
            if (manufacturer.neverRegistered()) {
                item.words("The manufacturer has never registered with the FDA.");
            } else {
                item.lacks("whether the manufacturer has ever registered with the FDA");
            }
        }
        return item.item();
    }

    private static @Nullable String listing(@Nullable MarketClass market) {
        return market == null ? null : market.listing();
    }

    private static String submissions(Described one) {
        String words = one.submissions(MARKET).stream().map(Submitted::words).collect(Collectors.joining(", "));
        return words.isEmpty() ? Filling.or(null) : words;
    }

    static DraftItem identifiers(CorrectionFacts facts, String number) {
        Filling item = new Filling(
                number,
                "Unique device identifier, and lot or serial numbers",
                "Device identifiers; registry: reached devices and populations");
        item.lacksIf(devices(facts).isEmpty(), NO_DEVICE);
        devices(facts).stream()
                .filter(one -> one.identifiers().isEmpty())
                .forEach(one -> item.lacks("the device identifier of " + one.name()));
        item.table(
                List.of("Device", "UDI-DI", "Agency", "What it stands on"),
                devices(facts).stream()
                        .flatMap(one -> one.identifiers().stream().map(di -> identifier(one, di)))
                        .toList(),
                null,
                null);
        Units.Listed units = facts.units();
        item.table(
                List.of("Device", "Release", "UDI-DI", "Lot", "Serial numbers", "Units"),
                units.first().stream()
                        .map(one -> List.of(
                                one.product() + (one.model() == null ? "" : " " + one.model()),
                                Filling.or(one.release()),
                                Filling.or(one.di()),
                                Objects.toString(one.lot(), "–"),
                                one.from() == null ? "–" : Filling.span(one.from(), one.to()),
                                Words.number(one.devices())))
                        .toList(),
                "%s in %s%s."
                        .formatted(
                                Words.counted(units.devices(), "unit", "units"),
                                Words.counted(units.count(), "run of serial numbers", "runs of serial numbers"),
                                units.count() > units.first().size()
                                        ? "; the first runs of each device are shown, %s in all"
                                                .formatted(Words.number(
                                                        units.first().size()))
                                        : ""),
                null);
        item.table(
                List.of("Device", "Lot", "Units"),
                facts.distribution().lots().stream()
                        .map(one -> List.of(one.name(), one.lot(), Words.number(one.reached())))
                        .toList(),
                null,
                null);
        boolean lots = facts.distribution().lotCount() > 0;
        item.lacksIf(
                units.count() == 0 && !lots,
                "the lot or serial numbers, as no unit of a reached release is registered");
        item.lacksIf(
                units.nameless() > 0,
                "the lot or serial number of " + Words.counted(units.nameless(), "unit", "units"));
        uncounted(facts, item, "which units it reaches");
        return item.item();
    }

    private static List<String> identifier(Described one, LinkedIdentifier di) {
        return List.of(
                one.name(), di.di().value(), di.di().agency().name(), di.kind().words());
    }

    /// What is not counted: whom a vulnerability reaches that no source knows is not found by matching, and units
    /// of which nobody knows the release, or whether it holds the vulnerability, are in no number.
    static void uncounted(CorrectionFacts facts, Filling item, String what) {
        List<String> unheard = facts.known().unheard();
        item.lacksIf(
                !unheard.isEmpty(),
                "%s for %s, which no source of vulnerabilities knows".formatted(what, String.join(", ", unheard)));
        item.lacksIf(
                facts.open() > 0,
                "whether %s %s reached, which no number here counts"
                        .formatted(
                                Words.counted(facts.open(), "more unit", "more units"),
                                facts.open() == 1 ? "is" : "are"));
    }
}
