package dev.ward.retention;

import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.Decision;
import dev.ward.assessment.Decisions;
import dev.ward.customer.Contact;
import dev.ward.customer.ContactId;
import dev.ward.customer.Contacts;
import dev.ward.customer.CustomerId;
import dev.ward.customer.Customers;
import dev.ward.handling.CaseAssessments;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.Cases;
import dev.ward.handling.ScopeRow;
import dev.ward.handling.Signal;
import dev.ward.handling.SignalId;
import dev.ward.handling.SignalPeople;
import dev.ward.handling.SignalPlaces;
import dev.ward.handling.SignalState;
import dev.ward.handling.Signals;
import dev.ward.handling.Step;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds records in the modules that keep them. What the reader does not see there is not here either.
@Component
class KeptRecords {

    private static final int MOST_RELEASES = 1_000;
    private static final Set<ScopeRow.Presence> CONCERNED = EnumSet.of(
            ScopeRow.Presence.FOUND, ScopeRow.Presence.CANDIDATE, ScopeRow.Presence.NAMED, ScopeRow.Presence.PAST);

    private final Cases cases;
    private final CaseScopes scopes;
    private final CaseAssessments caseAssessments;
    private final Signals signals;
    private final SignalPeople people;
    private final Assessments assessments;
    private final Decisions decisions;
    private final Customers customers;
    private final Contacts contacts;
    private final KeptCorrections corrections;

    KeptRecords(
            Cases cases,
            CaseScopes scopes,
            CaseAssessments caseAssessments,
            Signals signals,
            SignalPeople people,
            Assessments assessments,
            Decisions decisions,
            Customers customers,
            Contacts contacts,
            KeptCorrections corrections) {
        this.cases = cases;
        this.scopes = scopes;
        this.caseAssessments = caseAssessments;
        this.signals = signals;
        this.people = people;
        this.assessments = assessments;
        this.decisions = decisions;
        this.customers = customers;
        this.contacts = contacts;
        this.corrections = corrections;
    }

    /// A record as far as holds ask, which costs less than all that retention asks.
    ///
    /// @param name      as the audit trail spells it, however it was asked for
    /// @param title     as people call it
    /// @param revision  grows with each change; 0 where nothing is purged of it
    /// @param within    further records whose legal hold holds it too
    record Named(RecordName name, String title, int revision, List<RecordName> within) {}

    /// @throws ProblemException  when there is none, or none that the reader may see
    Named named(Reader reader, RecordName asked) {
        RecordName name = spelled(asked);
        return switch (name.kind()) {
            case CASE -> new Named(name, cases.get(reader, number(name)).title(), 0, List.of());
            case SIGNAL -> {
                SignalId id = new SignalId(uuid(name));
                Signal signal = signals.get(reader, id);
                CaseNumber joined = signal.ofCase();
                if (joined != null && signal.state() == SignalState.JOINED) {
                    cases.get(reader, joined);
                }
                yield new Named(name, signal.title(), signal.revision(), places(id));
            }
            case DECISION ->
                new Named(
                        name,
                        assessments.get(reader, new AssessmentId(uuid(name))).title(),
                        0,
                        List.of());
            case CUSTOMER, CONTACT, EVENT, CHANGE, RECALL, PAST_CORRECTION -> named(get(reader, name));
        };
    }

    private static Named named(KeptRecord record) {
        return new Named(record.name(), record.title(), record.revision(), record.within());
    }

    private static RecordName spelled(RecordName asked) {
        return new RecordName(
                asked.kind(),
                asked.kind() == RecordKind.CASE
                        ? number(asked).text()
                        : uuid(asked).toString());
    }

    /// @return under its name as the audit trail spells it, however it was asked for
    /// @throws ProblemException  when there is none, or none that the reader may see
    KeptRecord get(Reader reader, RecordName asked) {
        RecordName name = spelled(asked);
        return switch (name.kind()) {
            case CASE -> ofCase(reader, name);
            case SIGNAL -> ofSignal(reader, name);
            case DECISION -> ofDecision(reader, name);
            case EVENT, RECALL -> corrections.get(reader, name, products(reader, corrections.caseOf(reader, name)));
            case CHANGE, PAST_CORRECTION -> corrections.get(reader, name, Set.of());
            case CUSTOMER -> ofCustomer(reader, name);
            case CONTACT -> ofContact(reader, name);
        };
    }

    private KeptRecord ofCase(Reader reader, RecordName name) {
        CaseNumber number = number(name);
        VulnerabilityCase one = cases.get(reader, number);
        return new KeptRecord(name, one.title(), 0, day(one.closed()), products(reader, number), List.of());
    }

    /// What the case reaches by findings, by hand and by assessments; empty where they are too many to
    /// tell.
    private Set<ProductId> products(Reader reader, CaseNumber number) {
        Set<ProductId> products = new HashSet<>();
        List<ScopeRow> rows = scopes.releases(reader, number, MOST_RELEASES);
        if (rows.size() == MOST_RELEASES) {
            return Set.of();
        }
        rows.stream().filter(row -> CONCERNED.contains(row.presence())).forEach(row -> products.add(row.productId()));
        caseAssessments
                .list(reader, cases.get(reader, number))
                .forEach(line -> products.add(assessments.get(reader, line.id()).product()));
        return products;
    }

    private KeptRecord ofSignal(Reader reader, RecordName name) {
        SignalId id = new SignalId(uuid(name));
        Signal signal = signals.get(reader, id);
        List<RecordName> within = places(id);
        CaseNumber number = signal.ofCase();
        if (number != null && signal.state() == SignalState.JOINED) {
            KeptRecord ofCase = ofCase(reader, new RecordName(RecordKind.CASE, number.text()));
            return new KeptRecord(name, signal.title(), signal.revision(), ofCase.done(), ofCase.products(), within);
        }
        List<Step> history = signals.history(reader, id);
        LocalDate done = signal.state().waits() || history.isEmpty()
                ? null
                : day(history.getLast().at());
        return new KeptRecord(name, signal.title(), signal.revision(), done, Set.of(), within);
    }

    /// A hold on a case holds what was in it, wherever that went since.
    private List<RecordName> places(SignalId id) {
        SignalPlaces places = people.places(id);
        return Stream.concat(
                        places.cases().stream().map(number -> new RecordName(RecordKind.CASE, number.text())),
                        places.signals().stream().map(one -> new RecordName(RecordKind.SIGNAL, one.toString())))
                .toList();
    }

    private KeptRecord ofDecision(Reader reader, RecordName name) {
        AssessmentId id = new AssessmentId(uuid(name));
        List<Decision> taken = decisions.list(reader, id);
        LocalDate done = taken.stream()
                .map(one -> day(one.at()))
                .max(LocalDate::compareTo)
                .orElse(null);
        return new KeptRecord(
                name,
                assessments.get(reader, id).title(),
                0,
                done,
                Set.of(assessments.get(reader, id).product()),
                List.of());
    }

    private KeptRecord ofCustomer(Reader reader, RecordName name) {
        String title = customers.get(reader, new CustomerId(uuid(name))).name();
        return new KeptRecord(name, title, 0, null, Set.of(), List.of());
    }

    private KeptRecord ofContact(Reader reader, RecordName name) {
        Contact contact = contacts.get(reader, new ContactId(uuid(name)));
        RecordName customer =
                new RecordName(RecordKind.CUSTOMER, contact.customer().toString());
        return new KeptRecord(name, contact.label(), contact.revision(), null, Set.of(), List.of(customer));
    }

    static UUID uuid(RecordName name) {
        try {
            return UUID.fromString(name.id());
        } catch (IllegalArgumentException e) {
            throw missing(name);
        }
    }

    private static CaseNumber number(RecordName name) {
        try {
            return CaseNumber.of(name.id());
        } catch (IllegalArgumentException e) {
            throw missing(name);
        }
    }

    private static ProblemException missing(RecordName name) {
        return ProblemException.of(
                Problem.NOT_FOUND,
                "There is no %s \"%s\".".formatted(name.kind().word(), name.id()));
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
