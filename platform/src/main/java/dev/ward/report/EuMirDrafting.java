package dev.ward.report;

import dev.ward.product.MarketClass;
import dev.ward.regulation.EventRecord;
import dev.ward.report.KnownOfCase.Described;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Drafts the data of the manufacturer incident report, once for each adverse event of a case.
///
/// Source: Regulation (EU) 2017/745, Art. 87(1)(a); Manufacturer Incident Report form 7.3.1; MDCG
/// 2019-16, 5.2.
@Component
class EuMirDrafting extends FormDrafting {

    private static final Form FORM = Form.of(DraftKind.EU_MIR);
    private static final String LABEL = "Not a submission: data for the form of the manufacturer incident report, to be"
            + " checked and sent to the competent authority. One part for each adverse event.";
    private static final String REGIME = "EU-MDR";
    static final List<String> AUTHORITIES = List.of(REGIME);

    EuMirDrafting() {
        super(DraftKind.EU_MIR, EuMirDrafting::items);
    }

    static List<DraftItem> items(KnownInDepth known) {
        return EventParts.items(
                FORM,
                known,
                LABEL,
                Concern.market(known, Europe::isMarket, "the European Economic Area"),
                EuMirDrafting::fill);
    }

    private static void fill(FilledForm form, KnownInDepth known, EventRecord event) {
        administration(form, known, event);
        device(form, known, event);
        units(form, known, event);
        incident(form, known, event);
        analysis(form, known, event);
    }

    private static void administration(FilledForm form, KnownInDepth known, EventRecord event) {
        form.put("1.1", EventUnit.each(known.units(event), EventUnit::country));
        form.lackStill("1.1");
        form.put("1.2.b", Objects.toString(event.event().happened(), ""));
        form.put("1.2.c", event.event().aware());
        form.put(
                "1.2.d",
                known.known().due().dossier().awareness().stream()
                        .filter(one -> one.regime().equals(REGIME) && !one.waits())
                        .map(one -> "%s: %s (declared by %s)".formatted(one.moment(), one.restsOn(), one.by()))
                        .toList());
        form.put("1.2.g", EventKind.of(event.event().kind()).incident());
        form.put("1.3.1.a", "Manufacturer");
        form.put("1.3.1.b", "Case %s".formatted(known.known().subject().number()));
        form.put("1.3.1.c", KnownInDepth.numbers(known.events(), AUTHORITIES));
        MakerLines.european(form, known.manufacturer(), "1.3.2", "1.3.3");
    }

    private static void device(FilledForm form, KnownInDepth known, EventRecord event) {
        List<Described> devices = known.devices(event);
        form.put("2.1/3", KnownInDepth.said(devices, KnownInDepth.EU, MarketClass::listing));
        form.put("2.2", KnownInDepth.said(devices, KnownInDepth.EU, MarketClass::productCode));
        form.put("2.3/1", EventLines.names(known, event));
        form.lack("2.3/1", devices.isEmpty() ? null : EventLines.ambiguous(known, event));
        form.put("2.3/2", DeviceLines.purpose(devices));
        form.put("2.3/6", KnownInDepth.submissions(devices, KnownInDepth.EU));
        form.put("2.4", KnownInDepth.said(devices, KnownInDepth.EU, MarketClass::deviceClass));
        form.put("2.5", DeviceLines.markets(known));
        CountryLines countries = CountryLines.of(known);
        form.put("2.5", countries.places());
        countries.into(form, "2.5", _ -> true);
        form.lack("2.5", countries.undivided());
    }

    private static void units(FilledForm form, KnownInDepth known, EventRecord event) {
        List<EventUnit> units = known.units(event);
        List<String> labels = EventUnit.each(units, EventUnit::di);
        List<String> identifiers = labels.isEmpty() ? KnownInDepth.identifiers(known.devices(event)) : labels;
        form.put("2.1/1", identifiers);
        form.lack("2.1/1", labels.isEmpty() ? null : EventUnit.unknown(units, "the UDI-DI", EventUnit::di));
        form.put("2.1/2", EventLines.devices(known, event));
        List<String> models = EventUnit.each(units, EventUnit::model);
        form.put("2.3/3", models.isEmpty() ? DeviceLines.models(known.devices(event)) : models);
        List<String> versions = EventUnit.each(units, EventUnit::release);
        form.put("2.3/4", versions);
        if (versions.isEmpty()) {
            ScopedRelease.into(form, "2.3/4", known.releases(), known.devices(event));
        }
        form.put("2.3/5", EventUnit.each(units, DeviceLines::dates));
    }

    private static void incident(FilledForm form, KnownInDepth known, EventRecord event) {
        form.put("3.1", EventLines.narrative(known, event));
        form.put("3.2/1", ImdrfProposal.words(EventLines.codes(known, event), 'A'));
    }

    private static void analysis(FilledForm form, KnownInDepth known, EventRecord event) {
        form.put("4.1/1", EventLines.verdict(event));
        if (event.counting() != null) {
            form.put("4.1/1", known.result());
        }
        form.put("4.1/2", known.actions());
        form.put(
                "4.2/1",
                known.flawWords().stream()
                        .map(words -> "Candidate: %s".formatted(words))
                        .toList());
        form.lackStill("4.2/1");
        form.lack("4.2/1", known.undescribed());
        form.put("4.2/2", ImdrfProposal.words(EventLines.codes(known, event), 'C'));
        form.put("4.2/4", known.risks().stream().map(KnownRisk::result).toList());
        form.lack("4.2/4", known.risks().isEmpty() ? null : known.undecided());
        form.put(
                "4.3/1",
                known.events().stream()
                        .filter(other ->
                                !other.event().id().equals(event.event().id()))
                        .map(other -> EventLines.line(known, other))
                        .toList());
        form.lackStill("4.3/1");
        CountryLines.of(known).into(form, "4.3/2", _ -> true);
        form.lackStill("4.3/2");
    }
}
