package dev.ward.report;

import dev.ward.product.MarketClass;
import dev.ward.regulation.EventRecord;
import dev.ward.regulation.EvidenceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Drafts the data of Form 3500A, once for each adverse event of a case.
///
/// Source: 21 CFR 803.52.
@Component
class Fda3500aDrafting extends FormDrafting {

    private static final Form FORM = Form.of(DraftKind.FDA_3500A);
    private static final String LABEL =
            "Not a submission: data for Form 3500A, to be checked and sent by eMDR. One part for each adverse event."
                    + " Items are numbered as 21 CFR 803.52 lists them, with the letter of the form's section; editions"
                    + " of the form number some items of sections A, D and G otherwise.";
    private static final List<String> AUTHORITIES = List.of("FDA", "FDA-MDR");
    private static final List<String> CORRECTIONS = List.of("FDA", "FDA-806", "FDA-806-EXT");
    private static final String FIVE_DAYS = "5-day report";

    Fda3500aDrafting() {
        super(DraftKind.FDA_3500A, Fda3500aDrafting::items);
    }

    static List<DraftItem> items(KnownInDepth known) {
        return EventParts.items(
                FORM,
                known,
                LABEL,
                Concern.market(known, KnownInDepth.US::equals, "the United States"),
                Fda3500aDrafting::fill);
    }

    private static void fill(FilledForm form, KnownInDepth known, EventRecord event) {
        happened(form, known, event);
        device(form, known, event);
        manufacturer(form, known, event);
        done(form, known, event);
    }

    private static void happened(FilledForm form, KnownInDepth known, EventRecord event) {
        EventKind kind = EventKind.of(event.event().kind());
        form.put("B1", kind.problem());
        form.put("B2", kind.outcome());
        form.lack("B2", kind.unsaid().isEmpty() ? null : kind.unsaid());
        form.put("B3", Objects.toString(event.event().happened(), ""));
        form.put("B5", EventLines.narrative(known, event));
        form.put("G4", event.event().aware());
        form.put("G6", kind.report());
        form.lack(
                "G6",
                kind.report().isEmpty() || kind.report().equals(FIVE_DAYS)
                        ? null
                        : "Whether it is a 5-day report (21 CFR 803.53): nobody has said whether remedial action is"
                                + " needed against an unreasonable risk of substantial harm, or whether FDA asked for"
                                + " one.");
        form.put("H1", kind.reportable());
        form.put("H10", EventLines.verdict(event));
    }

    private static void device(FilledForm form, KnownInDepth known, EventRecord event) {
        List<KnownOfCase.Described> devices = known.devices(event);
        form.put("D1", EventLines.names(known, event));
        form.lack("D1", devices.isEmpty() ? null : EventLines.ambiguous(known, event));
        List<String> codes = KnownInDepth.said(devices, KnownInDepth.US, MarketClass::productCode);
        List<String> names =
                KnownInDepth.each(devices, one -> one.profile().purpose().commonName());
        form.put("D2", Stream.concat(codes.stream(), names.stream()).toList());
        if (!codes.isEmpty() || !names.isEmpty()) {
            form.lack("D2", codes.isEmpty() ? "The profile does not say the product code." : null);
            form.lack("D2", names.isEmpty() ? "The profile does not say the common name." : null);
        }
        List<String> lines = EventLines.devices(known, event);
        form.put("D4", lines);
        form.lack("D4", lines.isEmpty() ? null : EventLines.unidentified(known, event));
        List<EventUnit> units = known.units(event);
        form.put("H4", EventUnit.each(units, EventUnit::manufactured));
        form.lack(
                "H4",
                units.stream().allMatch(one -> one.manufactured() == null)
                        ? null
                        : EventUnit.unknown(units, "when it was made:", EventUnit::manufactured));
        form.put("G5", KnownInDepth.submissions(devices, KnownInDepth.US));
    }

    private static void manufacturer(FilledForm form, KnownInDepth known, EventRecord event) {
        Manufacturer maker = known.manufacturer();
        form.put("D3", MakerLines.nameAndAddress(maker));
        form.lack("D3", MakerLines.halfNamed(maker));
        form.put("F", "Not for a manufacturer's report.");
        form.put("G1", MakerLines.office(maker));
        if (maker.contact().name() == null || MakerLines.officeAddress(maker) == null) {
            form.lackStill("G1");
        }
        form.lack("G1", "The manufacturing site.");
        form.put(
                "G2",
                maker.contact().phone() == null
                        ? maker.phone()
                        : maker.contact().phone());
        form.put("G7", KnownInDepth.numbers(List.of(event), AUTHORITIES));
    }

    private static void done(FilledForm form, KnownInDepth known, EventRecord event) {
        List<ImdrfProposal> codes = EventLines.codes(known, event);
        List<String> lines = new ArrayList<>(ImdrfProposal.words(codes, 'A'));
        lines.addAll(ImdrfProposal.words(codes, 'C'));
        form.put("H6", lines);
        form.lackStill("H6");
        form.put("H7", known.actions());
        List<EvidenceEntry> reports = known.reported(CORRECTIONS).toList();
        form.put(
                "H9",
                reports.stream()
                        .map(one -> "Reported. %s".formatted(KnownInDepth.words(one)))
                        .toList());
        reports.stream()
                .filter(one -> !ReportNumber.isIn(one.note()))
                .forEach(one -> form.lack(
                        "H9",
                        one.moment() == null
                                ? "The day and the number of the report."
                                : "The number of the report of %s.".formatted(one.moment())));
    }
}
