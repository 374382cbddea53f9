package dev.ward.report;

import dev.ward.performance.Hazard;
import dev.ward.reach.ReachedCountry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Facts that are taken from a full case together.
final class FullCaseChanges {

    private FullCaseChanges() {}

    static void noActions(FullCase one) {
        one.evidence.remove("initiated");
        one.controlled = false;
    }

    static void ambiguous(FullCase one) {
        one.secondType = true;
        one.serials = List.of();
    }

    static void noDevices(FullCase one) {
        one.described = false;
    }

    static void noIdentifier(FullCase one) {
        one.di = null;
        one.identified = false;
    }

    static void noManufacturer(FullCase one) {
        one.makerName = null;
        one.makerAddress = null;
        one.makerPhone = null;
        one.contactName = null;
        one.srn = null;
        one.representative = Representative.UNSAID;
    }

    static void unplaced(FullCase one) {
        add(one, new ReachedCountry(null, 2, 0, 0, 0));
    }

    static void unknownInGermany(FullCase one) {
        add(one, new ReachedCountry("DE", 0, 0, 1, 1));
    }

    private static void add(FullCase one, ReachedCountry country) {
        List<ReachedCountry> more = new ArrayList<>(Objects.requireNonNull(one.countries));
        more.add(country);
        one.countries = more;
    }

    static void nothingDone(FullCase one) {
        one.evidence.remove("customer-communication");
        one.evidence.remove("fix-available");
    }

    static void classUnknown(FullCase one) {
        one.usClass = null;
        one.submissions.clear();
    }

    static void noChange(FullCase one) {
        one.chosen = List.of();
        one.controlled = false;
        one.changes = List.of();
    }

    static void noRationale(FullCase one) {
        one.rationale = "";
        one.evidence.remove("timeline-rationale");
    }

    static void severityUnknown(FullCase one) {
        one.hazards = List.of(new Hazard("Overdose", "respiratory arrest", null));
    }
}
