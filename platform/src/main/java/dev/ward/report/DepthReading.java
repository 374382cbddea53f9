package dev.ward.report;

import dev.ward.assessment.CompensatingControl;
import dev.ward.handling.CaseAssessments;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.Coordinators;
import dev.ward.handling.ScopeRow;
import dev.ward.identity.Reader;
import dev.ward.reach.ReachFilter;
import dev.ward.reach.ReachedCountry;
import dev.ward.reach.Reaches;
import dev.ward.regulation.Isaos;
import dev.ward.regulation.RuleBooks;
import dev.ward.regulation.Worksheets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads what reports of events, of field actions and of risks are made from.
@Component
class DepthReading {

    private static final int MOST_RELEASES = 500;
    private static final Set<ScopeRow.Presence> CONCERNED = EnumSet.of(
            ScopeRow.Presence.FOUND, ScopeRow.Presence.CANDIDATE, ScopeRow.Presence.NAMED, ScopeRow.Presence.UNKNOWN);

    private final CaseScopes scopes;
    private final Worksheets worksheets;
    private final RiskReading risks;
    private final EventUnitRepository units;
    private final CaseAssessments assessments;
    private final Reaches reaches;
    private final Isaos isaos;
    private final Coordinators coordinators;
    private final RuleBooks books;
    private final Manufacturers manufacturers;
    private final AnswerRepository answers;

    DepthReading(
            CaseScopes scopes,
            Worksheets worksheets,
            RiskReading risks,
            EventUnitRepository units,
            CaseAssessments assessments,
            Reaches reaches,
            Isaos isaos,
            Coordinators coordinators,
            RuleBooks books,
            Manufacturers manufacturers,
            AnswerRepository answers) {
        this.scopes = scopes;
        this.worksheets = worksheets;
        this.risks = risks;
        this.units = units;
        this.assessments = assessments;
        this.reaches = reaches;
        this.isaos = isaos;
        this.coordinators = coordinators;
        this.books = books;
        this.manufacturers = manufacturers;
        this.answers = answers;
    }

    /// @throws dev.ward.web.ProblemException  when there is no such case for this reader
    @Transactional(readOnly = true)
    KnownInDepth of(Reader reader, CaseNumber number, KnownOfCase known, Supplier<Units.Listed> runs) {
        List<KnownRisk> judged = risks.of(reader, known);
        boolean reached = !known.subjects().isEmpty();
        List<ReachedCountry> countries =
                reached ? reaches.countriesOfAny(reader, known.subjects(), ReachFilter.inField()) : null;
        return new KnownInDepth(
                known,
                scopes.vulnerabilities(reader, number),
                worksheets.of(known.due()),
                judged,
                risks.unassessed(known, judged),
                units.of(
                        reader,
                        known.events().stream()
                                .flatMap(event -> event.event().devices().stream())
                                .toList(),
                        known.due().dossier().derived().products()),
                scopes.releases(reader, number, MOST_RELEASES).stream()
                        .filter(one -> CONCERNED.contains(one.presence()))
                        .map(ScopedRelease::of)
                        .toList(),
                controls(known),
                countries,
                reached ? runs : () -> Units.Listed.NONE,
                isaos.periods(),
                coordinators.list(reader, number).stream()
                        .filter(one -> one.withdrawn() == null)
                        .toList(),
                books.events(),
                manufacturers.current(),
                answers.of(known.subject().id(), DraftKind.FDA_806_10).get(CorrectionReport.EVENTS));
    }

    /// Those that users are asked to carry out today.
    private List<CompensatingControl> controls(KnownOfCase known) {
        return known.controls().stream()
                .filter(one -> one.state(assessments.today()).inForce())
                .toList();
    }
}
