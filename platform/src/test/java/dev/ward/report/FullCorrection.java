package dev.ward.report;

import dev.ward.correction.Change;
import dev.ward.correction.Recall;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.Phase;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.product.Classification;
import dev.ward.product.DeviceType;
import dev.ward.product.IdentifierId;
import dev.ward.product.IdentifierKind;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.LinkedIdentifier.Origin;
import dev.ward.product.MarketClass;
import dev.ward.product.ProductId;
import dev.ward.product.Profile;
import dev.ward.product.Purpose;
import dev.ward.reach.ReachedConsignee;
import dev.ward.reach.SerialRange;
import dev.ward.regulation.AdverseEvent;
import dev.ward.regulation.CaseDue;
import dev.ward.regulation.Derived;
import dev.ward.regulation.Dossier;
import dev.ward.regulation.EventRecord;
import dev.ward.regulation.EvidenceEntry;
import dev.ward.regulation.EvidenceEntry.NamedFile;
import dev.ward.report.KnownOfCase.Described;
import dev.ward.report.KnownOfCase.Submitted;
import dev.ward.report.Manufacturer.Contact;
import dev.ward.standards.due.DueEngine;
import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.Determination;
import dev.ward.standards.due.DueResult;
import dev.ward.standards.due.RuleBook;
import dev.ward.standards.udi.DeviceIdentifier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A correction of which everything is known; each test takes something away.
final class FullCorrection {

    private static final Instant NOW = Instant.parse("2026-12-01T05:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final ProductId PRODUCT = new ProductId(UUID.randomUUID());
    private static final UUID ID = UUID.randomUUID();

    Manufacturer manufacturer = maker("1234567", false, "Example Devices");

    @Nullable
    ReportNumber number = new ReportNumber("C", 5);

    @Nullable
    String description = "Anyone on the network could stop the pump.";

    Profile profile = Profile.UNSAID
            .with(new Purpose("Infusion pump", "Delivers fluids to patients.", null, null, 10))
            .with(new Classification(
                    List.of(new MarketClass("US", "II", "FRN", "Pump, infusion", "880.5725", "D123456"))));
    List<Submitted> submissions = List.of(new Submitted("US", "510K", "K123456", null));
    List<LinkedIdentifier> identifiers = List.of(new LinkedIdentifier(
            new IdentifierId(UUID.randomUUID()),
            DeviceIdentifier.parse("00889842003062"),
            IdentifierKind.PRIMARY,
            PRODUCT,
            "Pump",
            null,
            null,
            List.of(),
            List.of("US"),
            null,
            null,
            null,
            null,
            Origin.ENTERED,
            1,
            NOW,
            NOW));
    List<String> unheard = List.of();
    boolean asked = true;
    boolean twoProducts;
    long open;
    Determination determination = Determination.UNCONTROLLED;

    @Nullable
    String given;

    Set<Integer> taken = Set.of();
    final List<EvidenceEntry> evidence = new ArrayList<>(List.of(
            entry(EvidenceEntry.INITIATED, null),
            entry("customer-communication", new NamedFile(UUID.randomUUID(), "letter.pdf", "a".repeat(64))),
            entry("fix-available", null)));
    final List<EventRecord> events = new ArrayList<>(List.of(event("serious-injury", Association.SUSPECTED, true)));
    List<Change> changes = List.of(SampleCorrections.reportable());
    List<Recall> recalls = List.of(SampleCorrections.recall());
    Distribution distribution = distribution(100, 10, 0, 95, 5, 90);
    Units.Listed units =
            new Units.Listed(List.of(new SerialRange("Pump", null, "1.0", null, "L1", "P-01", "P-90", 90)), 1, 90, 0);
    Consignees.Listed consignees = consignees(90, 0);

    static Manufacturer maker(@Nullable String registration, boolean never, @Nullable String name) {
        return new Manufacturer(
                1,
                registration,
                never,
                name,
                "1 Main Street, Town",
                "555-0100",
                new Contact("Ada Reg", "Head of regulatory affairs", null, null),
                0,
                null,
                Representative.UNSAID,
                NOW,
                "Ada Reg");
    }

    static EvidenceEntry reported(String to, String day, String note) {
        return new EvidenceEntry(UUID.randomUUID(), "reported", to, day, note, null, false, NOW, "Ada Reg", null);
    }

    static EvidenceEntry entry(String type, @Nullable NamedFile file) {
        return new EvidenceEntry(
                UUID.randomUUID(), type, null, "2026-11-30", "Done.", file, false, NOW, "Ada Reg", null);
    }

    static EventRecord event(String kind, Association association, boolean reported) {
        return new EventRecord(
                new AdverseEvent(
                        UUID.randomUUID(), kind, TODAY, "2026-11-30", "Hurt.", List.of(), association, NOW, "Ada Reg"),
                List.of(),
                reported ? List.of(new EventRecord.Report("FDA", "1234567-2026-00001", NOW, "Ada Reg")) : List.of());
    }

    static Distribution distribution(
            long made, long stock, long scrapped, long shipped, long returned, long registered) {
        return new Distribution(
                List.of(new Distribution.Line(
                        "Pump",
                        made,
                        stock,
                        scrapped,
                        shipped,
                        returned,
                        registered,
                        90,
                        TODAY,
                        TODAY,
                        TODAY,
                        TODAY,
                        null,
                        null)),
                List.of(new Distribution.Lot("Pump", "L1", made, 90, TODAY, null)),
                1,
                List.of(new Distribution.Dates("Pump", true, TODAY, TODAY, TODAY, TODAY, null)),
                0);
    }

    /// The first is shipped on the day before it is made.
    void shipEarly() {
        distribution = new Distribution(
                distribution.lines(),
                distribution.lots(),
                1,
                List.of(new Distribution.Dates("Pump", true, TODAY, TODAY, TODAY.minusDays(1), TODAY, null)),
                0);
    }

    static Consignees.Listed consignees(long distributed, long unaddressed) {
        return new Consignees.Listed(
                List.of(new ReachedConsignee(
                        ID,
                        "Clinic",
                        null,
                        null,
                        unaddressed > 0 ? null : "2 Side Street",
                        "555-0101",
                        "US",
                        90,
                        distributed,
                        TODAY,
                        TODAY,
                        null)),
                1,
                1,
                0,
                90,
                distributed,
                unaddressed,
                0,
                "b".repeat(64));
    }

    CorrectionFacts facts() {
        VulnerabilityCase one = new VulnerabilityCase(
                ID,
                CaseNumber.of("C-7Q4M-2KX9"),
                "A hole in the pump",
                description,
                Phase.values()[0],
                null,
                List.of("CVE-2026-0001"),
                null,
                null,
                null,
                null,
                null,
                1,
                NOW,
                NOW);
        Derived derived = new Derived(
                Set.of(PRODUCT), Set.of("US"), "II", true, determination, "decided", null, NOW, null, null, List.of());
        Dossier dossier = new Dossier(
                ID,
                ZoneOffset.UTC,
                null,
                derived,
                List.of(),
                evidence,
                null,
                events.stream().map(EventRecord::event).toList(),
                null);
        DueResult due = asked
                ? DueEngine.evaluate(dossier.facts(), RuleBook.shipped(), NOW)
                : new DueResult(NOW, dossier.facts(), List.of(), List.of(), List.of(), List.of(), 0);
        Described device =
                new Described(new DeviceType(PRODUCT, null), "Pump", "Pump", profile, identifiers, submissions, true);
        Described other = new Described(
                new DeviceType(new ProductId(UUID.randomUUID()), null),
                "Monitor",
                "Monitor",
                profile,
                identifiers,
                submissions,
                true);
        return new CorrectionFacts(
                new KnownOfCase(
                        new CaseDue(one, dossier, due, List.of()),
                        events,
                        twoProducts ? List.of(device, other) : List.of(device),
                        List.of(),
                        List.of(),
                        List.of(),
                        unheard,
                        List.of(),
                        new Corrected(changes, recalls)),
                manufacturer,
                number,
                given,
                taken,
                open,
                TODAY,
                distribution,
                units,
                consignees);
    }
}
