package dev.ward.report;

import dev.ward.assessment.CompensatingControl;
import dev.ward.assessment.Verdict;
import dev.ward.handling.CaseVulnerability;
import dev.ward.handling.Coordinator;
import dev.ward.product.MarketClass;
import dev.ward.reach.ReachedCountry;
import dev.ward.regulation.EventRecord;
import dev.ward.regulation.EvidenceEntry;
import dev.ward.regulation.IsaoPeriod;
import dev.ward.regulation.Worksheet;
import dev.ward.report.KnownOfCase.Described;
import dev.ward.standards.due.DueFacts.Determination;
import dev.ward.standards.due.DueFacts.ExploitationState;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What reports of events, of field actions and of risks are made from, beside what all drafts are.
///
/// @param flaws         the vulnerabilities of the case, with what sources say of them
/// @param risks         what they mean for patients, by product
/// @param unassessed    what nobody has assessed, "CVE-2026-1 in Pump"
/// @param units         devices that adverse events name and the registry knows
/// @param releases      in the scope of the case
/// @param controls      what users are asked to do now
/// @param countries     where units are that are reached or may be; null when it cannot be found, as no
///                      source knows any of the vulnerabilities
/// @param isaos         all periods of membership and of the other criteria
/// @param coordinators  that coordinate the case beside us, without those that were withdrawn
/// @param kinds         what each kind of event is, by its word
/// @param manufacturer  who reports
/// @param ofEvents      what a person said last of events in the report of the correction; null when
///                      nobody did
record KnownInDepth(
        KnownOfCase known,
        List<CaseVulnerability> flaws,
        Worksheet worksheet,
        List<KnownRisk> risks,
        List<String> unassessed,
        List<EventUnit> units,
        List<ScopedRelease> releases,
        List<CompensatingControl> controls,
        @Nullable List<ReachedCountry> countries,
        Supplier<Units.Listed> runs,
        List<IsaoPeriod> isaos,
        List<Coordinator> coordinators,
        Map<String, String> kinds,
        Manufacturer manufacturer,
        @Nullable Answer ofEvents) {

    static final String EU = "EU";
    static final String US = "US";

    KnownInDepth {
        flaws = List.copyOf(flaws);
        risks = List.copyOf(risks);
        unassessed = List.copyOf(unassessed);
        units = List.copyOf(units);
        releases = List.copyOf(releases);
        controls = List.copyOf(controls);
        countries = countries == null ? null : List.copyOf(countries);
        isaos = List.copyOf(isaos);
        coordinators = List.copyOf(coordinators);
        kinds = Map.copyOf(kinds);
    }

    List<EventRecord> events() {
        return known.events();
    }

    List<Described> devices() {
        return known.devices();
    }

    Determination determination() {
        return known.due().dossier().derived().determination();
    }

    /// How the determination was found; with the products that rule, and whether they still do.
    String because() {
        String words = known.due().dossier().derived().because();
        if (determination() != Determination.UNCONTROLLED) {
            return words;
        }
        List<String> standing = uncontrolled(KnownRisk::stands);
        String anew = String.join(", ", uncontrolled(KnownRisk::outdated));
        if (standing.isEmpty()) {
            return anew.isEmpty() ? words : "was %s; to be decided anew: %s".formatted(words, anew);
        }
        return words + ": " + String.join(", ", standing) + (anew.isEmpty() ? "" : "; to be decided anew: " + anew);
    }

    private List<String> uncontrolled(Predicate<KnownRisk> which) {
        return risks.stream()
                .filter(risk -> risk.verdict() == Verdict.UNCONTROLLED)
                .filter(which)
                .map(KnownRisk::product)
                .distinct()
                .toList();
    }

    /// That nobody has assessed something, a sentence each.
    List<String> notAssessed() {
        return unassessed.stream().map("%s is not assessed."::formatted).toList();
    }

    /// That a person said of events, where none is entered, what other forms ask too; null when nobody
    /// did, or only promised to.
    @Nullable
    String saidOfEvents() {
        return ofEvents == null
                        || ofEvents.promised() != null
                        || !events().isEmpty()
                        || !CourseItems.asksForAny(ofEvents.lacked())
                ? null
                : "Said in the report of the correction by %s, %s: %s"
                        .formatted(
                                ofEvents.by(),
                                ofEvents.entered().atOffset(ZoneOffset.UTC).toLocalDate(),
                                ofEvents.text());
    }

    /// What people and CISA's catalogue say of malicious use together.
    ExploitationState exploitation() {
        return known.due().dossier().facts().exploitation().state();
    }

    /// The units that an event names.
    List<EventUnit> units(EventRecord event) {
        return units.stream()
                .filter(unit -> event.event().devices().stream().anyMatch(unit.serial()::equalsIgnoreCase))
                .toList();
    }

    /// The types of device of an event: those of its units; where it names none that the registry knows,
    /// all of the case.
    List<Described> devices(EventRecord event) {
        List<EventUnit> its = units(event);
        return its.isEmpty()
                ? devices()
                : devices().stream()
                        .filter(one -> its.stream()
                                .anyMatch(unit -> unit.product()
                                                .equals(one.type().product())
                                        && (unit.modelId() == null
                                                || one.type().model() == null
                                                || unit.modelId()
                                                        .equals(one.type().model()))))
                        .toList();
    }

    List<String> flawNames() {
        return flaws.stream().map(CaseVulnerability::name).toList();
    }

    /// "CVE-2026-1: summary", one a vulnerability.
    List<String> flawWords() {
        return flaws.stream()
                .map(one -> one.summary() == null || one.summary().isBlank()
                        ? one.name()
                        : "%s: %s".formatted(one.name(), one.summary()))
                .toList();
    }

    /// Which vulnerabilities nobody has described; null when each is.
    @Nullable
    String undescribed() {
        List<String> names = flaws.stream()
                .filter(one -> one.summary() == null || one.summary().isBlank())
                .map(CaseVulnerability::name)
                .toList();
        return names.isEmpty() ? null : "What %s is, no source says.".formatted(String.join(", ", names));
    }

    List<String> evidence(String type) {
        return known.evidence(type).stream().map(KnownInDepth::words).toList();
    }

    static String words(EvidenceEntry entry) {
        List<String> parts = new ArrayList<>();
        parts.add(entry.moment() == null ? "On a day that nobody knows" : entry.moment());
        parts.add(entry.note());
        if (entry.file() != null) {
            parts.add("file \"%s\" (SHA-256 %s)"
                    .formatted(entry.file().name(), entry.file().sha256()));
        }
        return parts.getFirst() + ": " + String.join("; ", parts.subList(1, parts.size()));
    }

    /// Reports that went to one of some recipients.
    Stream<EvidenceEntry> reported(List<String> recipients) {
        return known.evidence(EvidenceEntry.REPORTED).stream()
                .filter(one -> recipients.contains(String.valueOf(one.recipient())));
    }

    /// The numbers under which authorities know events, "EU-MDR 12345".
    static List<String> numbers(List<EventRecord> events, List<String> authorities) {
        return events.stream()
                .flatMap(event -> event.reports().stream())
                .filter(report -> authorities.contains(report.authority()))
                .map(EventRecord.Report::number)
                .toList();
    }

    /// What the profiles say for a market, "value (Pump Model S)".
    static List<String> said(List<Described> devices, String market, Function<MarketClass, @Nullable String> what) {
        return each(devices, device -> {
            MarketClass its = device.in(market);
            return its == null ? null : what.apply(its);
        });
    }

    /// Of each type of device of which it is said, "value (Pump Model S)".
    static List<String> each(List<Described> devices, Function<Described, @Nullable String> what) {
        return devices.stream()
                .filter(device -> what.apply(device) != null)
                .map(device -> "%s (%s)".formatted(what.apply(device), device.name()))
                .toList();
    }

    /// Of which types of device it is not said; null when it is of all, or of none at all.
    static @Nullable String unsaid(List<Described> devices, String what, Function<Described, @Nullable String> of) {
        List<String> names = devices.stream()
                .filter(device -> of.apply(device) == null)
                .map(Described::name)
                .toList();
        return names.isEmpty() || names.size() == devices.size()
                ? null
                : "%s is not said of %s.".formatted(what, String.join(", ", names));
    }

    static List<String> identifiers(List<Described> devices) {
        return devices.stream()
                .flatMap(device -> device.identifiers().stream())
                .map(one -> "%s %s (%s)".formatted(one.di().agency(), one.di().value(), one.bearer()))
                .distinct()
                .toList();
    }

    static List<String> submissions(List<Described> devices, String market) {
        return devices.stream()
                .flatMap(device ->
                        device.submissions(market).stream().map(one -> "%s (%s)".formatted(one.words(), device.name())))
                .distinct()
                .toList();
    }

    /// What was done in the field so far: what was initiated, and the controls that users carry out.
    List<String> actions() {
        List<String> lines = new ArrayList<>(evidence(EvidenceEntry.INITIATED));
        controls.forEach(one -> lines.add("Compensating control \"%s\", for %s"
                .formatted(one.draft().name(), one.draft().users().title())));
        return lines;
    }

    /// What can harm patients: all but what was decided to be absent.
    List<KnownRisk> hazardous() {
        return risks.stream().filter(risk -> !risk.unaffected()).toList();
    }

    /// Why the result of the assessments does not stand for all that is reached; null when it does.
    @Nullable
    String undecided() {
        List<String> open = new ArrayList<>();
        if (determination() == Determination.UNKNOWN) {
            open.add("It is not decided whether the risk is controlled: %s.".formatted(because()));
        }
        risks.stream().map(KnownRisk::undecided).filter(Objects::nonNull).forEach(open::add);
        open.addAll(notAssessed());
        return open.isEmpty() ? null : String.join(" ", open);
    }

    /// The result as a whole, and for each product; empty when nothing was judged.
    List<String> result() {
        List<String> lines = new ArrayList<>();
        if (determination() != Determination.UNKNOWN) {
            lines.add("The risk of patient harm is %s: %s."
                    .formatted(determination() == Determination.CONTROLLED ? "controlled" : "uncontrolled", because()));
        }
        risks.forEach(risk -> lines.add(risk.result()));
        return lines;
    }
}
