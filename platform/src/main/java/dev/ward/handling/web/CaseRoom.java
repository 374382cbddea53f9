package dev.ward.handling.web;

import dev.ward.handling.CaseAssessments;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.CaseSection;
import dev.ward.handling.CaseTalk;
import dev.ward.handling.CaseTeams;
import dev.ward.handling.Cases;
import dev.ward.handling.PhaseLags;
import dev.ward.handling.SignalFilter;
import dev.ward.handling.Signals;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Reader;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductFilter;
import dev.ward.product.Products;
import dev.ward.signature.ClockChecks;
import dev.ward.web.Choices;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.PagePart;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/// The page of a case with all that is known of it.
@Component
class CaseRoom {

    static final int MOST_RELEASES = 200;

    private final Cases cases;
    private final PhaseLags lags;
    private final CaseScopes scopes;
    private final CaseTeams teams;
    private final CaseTalk talk;
    private final Signals signals;
    private final CaseAssessments assessments;
    private final Products products;
    private final List<CaseSection> sections;
    private final ClockChecks clocks;
    private final CurrentActor actor;
    private final Visibility visibility;

    CaseRoom(
            Cases cases,
            PhaseLags lags,
            CaseScopes scopes,
            CaseTeams teams,
            CaseTalk talk,
            Signals signals,
            CaseAssessments assessments,
            Products products,
            List<CaseSection> sections,
            ClockChecks clocks,
            CurrentActor actor,
            Visibility visibility) {
        this.clocks = clocks;
        this.sections = List.copyOf(sections);
        this.actor = actor;
        this.cases = cases;
        this.lags = lags;
        this.scopes = scopes;
        this.teams = teams;
        this.talk = talk;
        this.signals = signals;
        this.assessments = assessments;
        this.products = products;
        this.visibility = visibility;
    }

    /// The products in use, by id.
    private SequencedMap<String, String> products() {
        return Choices.of(
                products.list(
                                visibility.reader(),
                                new ProductFilter(null, null, false, ProductFilter.USUAL),
                                null,
                                Slice.MOST)
                        .items(),
                line -> line.product().id().toString(),
                line -> line.product().name());
    }

    Page page(CaseNumber number, Form form) {
        Reader reader = visibility.reader();
        VulnerabilityCase one = cases.get(reader, number);
        SignalFilter joined = new SignalFilter(null, false, null, number);
        return Page.of("handling/case", Section.CASES, one.title())
                .crumb("Cases", "/cases")
                .with("one", one)
                .with("lag", lags.of(reader, List.of(one)).get(number))
                .with("vulnerabilities", scopes.vulnerabilities(reader, number))
                .with("overlapping", scopes.overlapping(reader, number))
                .with("releases", scopes.releases(reader, number, MOST_RELEASES))
                .with("participants", teams.participants(reader, number))
                .with("people", teams.peopleAndRoles(reader))
                .with("names", teams.names(reader))
                .with("tasks", talk.tasks(reader, number))
                .with("comments", talk.comments(reader, number))
                .with("files", talk.files(reader, number))
                .with("signals", signals.list(reader, joined, null, Slice.USUAL_LIMIT))
                .with("assessments", assessments.list(reader, one))
                .with("controls", assessments.controls(reader, one))
                .with("today", assessments.today())
                .with("products", products())
                .with("history", cases.history(reader, number))
                .with("clock", clocks.now())
                .with("parts", PagePart.of(sections, actor::may, one))
                .with("form", form);
    }
}
