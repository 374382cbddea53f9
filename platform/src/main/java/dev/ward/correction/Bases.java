package dev.ward.correction;

import dev.ward.correction.Basis.Fact;
import dev.ward.correction.Basis.Kind;
import dev.ward.regulation.AdverseEvent;
import dev.ward.regulation.Derived;
import dev.ward.regulation.Dossier;
import dev.ward.regulation.Dossiers;
import dev.ward.regulation.FactWords;
import dev.ward.regulation.RuleBooks;
import dev.ward.regulation.Worksheets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Puts together on what it rests what the changes of cases are, for many at once.
@Component
class Bases {

    private static final String HIGHEST = "III";
    private static final String UNITED_STATES = "US";
    /// Of all events the one kind that harmed nobody so far.
    private static final String MALFUNCTION = "malfunction";

    private static final String UNANSWERED = "not answered";
    private static final String FIRST_LIMB = "RISK-HEALTH-1";
    private static final String SECOND_LIMB = "RISK-HEALTH-2";

    private final Dossiers dossiers;
    private final Worksheets worksheets;
    private final BasisRepository decisions;
    private final RuleBooks books;

    Bases(Dossiers dossiers, Worksheets worksheets, BasisRepository decisions, RuleBooks books) {
        this.dossiers = dossiers;
        this.worksheets = worksheets;
        this.decisions = decisions;
        this.books = books;
    }

    Basis of(UUID caseId) {
        return Objects.requireNonNull(of(List.of(caseId)).get(caseId));
    }

    Map<UUID, Basis> of(Collection<UUID> cases) {
        Map<UUID, List<Fact>> decided = decisions.decisions(cases);
        Map<UUID, Map<String, String>> answered = worksheets.holding(cases);
        Map<UUID, Basis> all = new HashMap<>();
        dossiers.of(cases)
                .forEach((id, dossier) -> all.put(
                        id, basis(dossier, decided.getOrDefault(id, List.of()), answered.getOrDefault(id, Map.of()))));
        return all;
    }

    private Basis basis(Dossier dossier, List<Fact> decided, Map<String, String> answered) {
        Derived known = dossier.derived();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "determination",
                Kind.DETERMINATION,
                "Risk of patient harm",
                "%s: %s".formatted(FactWords.word(known.determination()), known.because())));
        facts.addAll(decided);
        AnnualReport annual = annual(known);
        facts.add(new Fact("class", Kind.CLASS, "Class in the United States", said(known)));
        for (AdverseEvent event :
                dossier.events().stream().filter(AdverseEvent::counts).toList()) {
            facts.add(new Fact(
                    "event " + event.id(),
                    event.kind().equals(MALFUNCTION) ? Kind.EVENT : Kind.HARM,
                    title(event),
                    FactWords.word(event.association())));
        }
        facts.add(new Fact(
                "first limb",
                Kind.SERIOUS_HARM,
                "Worksheet, risk to health, first limb",
                answered.getOrDefault(FIRST_LIMB, UNANSWERED)));
        facts.add(new Fact(
                "second limb",
                Kind.OTHER_HARM,
                "Worksheet, risk to health, second limb",
                answered.getOrDefault(SECOND_LIMB, UNANSWERED)));
        return new Basis(known.determination(), annual, facts);
    }

    private String title(AdverseEvent event) {
        String kind = books.events().getOrDefault(event.kind(), event.kind());
        return event.happened() == null ? kind : kind + ", " + event.happened();
    }

    private static AnnualReport annual(Derived known) {
        if (HIGHEST.equals(known.deviceClass())) {
            return AnnualReport.YES;
        }
        boolean elsewhere = !known.markets().isEmpty() && !known.markets().contains(UNITED_STATES);
        return known.deviceClass() == null && !elsewhere ? AnnualReport.UNKNOWN : AnnualReport.NO;
    }

    private static String said(Derived known) {
        if (known.deviceClass() != null) {
            return known.deviceClass();
        }
        return annual(known) == AnnualReport.NO ? "on no market there" : "not known of every product";
    }
}
