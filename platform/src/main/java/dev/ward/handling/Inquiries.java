package dev.ward.handling;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.sbom.Components;
import dev.ward.sbom.KnownComponent;
import dev.ward.web.Cursor;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Times;
import dev.ward.web.TypedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// "Are we affected?", before any vulnerability has a name: over all releases and devices, from what
/// their SBOMs say now. A question can be kept, with what may be said meanwhile and a log of what was
/// done when; and it can become a case.
@Service
@Transactional
public class Inquiries {

    private static final String SUBJECT = "inquiry";
    private static final int LONGEST_TEXT = StatementProposal.LONGEST;

    /// So many components of one name are looked at.
    private static final int MOST_COMPONENTS = 5_000;

    private static final int MOST_RELEASES = 500;

    private final InquiryRepository inquiries;
    private final AffectedRepository affected;
    private final Components components;
    private final Cases cases;
    private final CaseScopes scopes;
    private final CaseLog log;
    private final AuditTrail audit;

    Inquiries(
            InquiryRepository inquiries,
            AffectedRepository affected,
            Components components,
            Cases cases,
            CaseScopes scopes,
            CaseLog log,
            AuditTrail audit) {
        this.inquiries = inquiries;
        this.affected = affected;
        this.components = components;
        this.cases = cases;
        this.scopes = scopes;
        this.log = log;
        this.audit = audit;
    }

    /// Answers over all releases, as their SBOMs are now.
    @Transactional(readOnly = true)
    public AffectedMatrix ask(Reader reader, InquiryQuestion question) {
        FileHash hash = question.hash();
        if (hash != null) {
            return affected.byHash(reader, hash, MOST_RELEASES);
        }
        List<UUID> inside = new ArrayList<>();
        List<UUID> possible = new ArrayList<>();
        int seen = 0;
        String after = null;
        do {
            Slice<Components.Place> slice = components.search(question.component(), after, Slice.MOST, reader);
            for (Components.Place place : slice.items()) {
                KnownComponent one = place.component();
                switch (question.holds(one)) {
                    case INSIDE -> inside.add(one.id());
                    case UNDETERMINED -> possible.add(one.id());
                    case OUTSIDE -> {}
                }
            }
            seen += slice.items().size();
            after = slice.next();
        } while (after != null && seen < MOST_COMPONENTS);
        return affected.matrix(reader, inside, possible, after != null, MOST_RELEASES);
    }

    /// Keeps a question.
    public Inquiry keep(Actor actor, @Nullable String title, InquiryQuestion question) {
        Inquiry inquiry = new Inquiry(
                new InquiryId(Uuids.next()),
                TypedText.required("title", title, CaseDraft.LONGEST),
                question,
                null,
                null,
                null,
                1,
                log.now(),
                actor.name());
        inquiries.insert(inquiry);
        done(actor, inquiry, "Asked", "inquiry.kept", inquiry.title(), null);
        return inquiry;
    }

    /// What the matrix supports to be said meanwhile. It is kept when somebody writes it down.
    @Transactional(readOnly = true)
    public StatementProposal proposal(Inquiry seen, AffectedMatrix matrix) {
        return StatementProposal.of(seen, matrix, log.now());
    }

    /// Writes down what people may say meanwhile.
    ///
    /// @param revision  of the inquiry that the person saw
    /// @param began     of the proposal with which the person began; null when it was none
    /// @throws ProblemException  when the matrix says something else since it was proposed, too
    public void state(
            Actor actor,
            Reader reader,
            InquiryId id,
            int revision,
            @Nullable String statement,
            @Nullable StatementBasis began) {
        Inquiry inquiry = get(reader, id);
        String words = TypedText.lines("statement", statement, LONGEST_TEXT);
        HoldingStatement kept = words == null ? null : stated(actor, reader, inquiry, words, began);
        if (!inquiries.state(id, revision, kept)) {
            throw Outdated.of(inquiry.title());
        }
        Instant now = log.now();
        inquiries.note(id, actor, now, "Holding statement", words, null);
        Act act = Act.of("inquiry.statement-changed", SUBJECT, id.toString())
                .after("detail", words)
                .personal("detail");
        if (kept != null) {
            act = act.after(
                            "origin",
                            kept.origin() == null ? null : kept.origin().word())
                    .after("matrix", kept.matrix())
                    .after(
                            "looked",
                            kept.looked() == null ? null : kept.looked().toString());
        }
        audit.record(actor, act);
    }

    private HoldingStatement stated(
            Actor actor, Reader reader, Inquiry inquiry, String words, @Nullable StatementBasis began) {
        HoldingStatement before = inquiry.statement();
        Instant now = log.now();
        if (began == null && before != null && before.looked() != null && before.origin() != StatementOrigin.OWN) {
            StatementOrigin origin = words.equals(before.words()) ? before.origin() : StatementOrigin.CHANGED;
            return new HoldingStatement(words, origin, before.matrix(), before.looked(), now, actor.name());
        }
        AffectedMatrix matrix = ask(reader, inquiry.question());
        if (began == null) {
            return new HoldingStatement(words, StatementOrigin.OWN, matrix.line(), now, now, actor.name());
        }
        if (!began.matrix().equals(matrix.line())) {
            throw ProblemException.of(
                    Problem.OUTDATED,
                    "The matrix says something else since this was proposed: %s. Nothing was kept. Read it again."
                            .formatted(matrix.line()));
        }
        if (began.looked().isBefore(inquiry.asked()) || began.looked().isAfter(now)) {
            throw TypedText.refused(
                    "looked",
                    "%s is not between the question and now.".formatted(Times.absolute(began.looked())),
                    "is not between the question and now");
        }
        Instant then = began.looked();
        String proposed = StatementProposal.of(inquiry, matrix, then).words();
        boolean same = words.equals(TypedText.lines("statement", proposed, LONGEST_TEXT));
        StatementOrigin origin = same ? StatementOrigin.PROPOSED : StatementOrigin.CHANGED;
        return new HoldingStatement(words, origin, matrix.line(), then, now, actor.name());
    }

    /// Says until when more is told.
    ///
    /// @param revision  of the inquiry that the person saw
    /// @param next      null when nothing is said of it
    public void tellBy(Actor actor, Reader reader, InquiryId id, int revision, @Nullable Instant next) {
        Inquiry inquiry = get(reader, id);
        if (next != null && next.isBefore(log.now())) {
            throw TypedText.refused("next", "%s is past.".formatted(Times.absolute(next)), "is past");
        }
        if (!inquiries.tellBy(id, revision, next)) {
            throw Outdated.of(inquiry.title());
        }
        String detail = next == null ? null : "by " + Times.absolute(next);
        String words = next == null ? "Nothing said of when more is told" : "More is told";
        done(actor, inquiry, words, "inquiry.next-word-set", detail, null);
    }

    /// Writes a line into the log. Without words it is what the matrix says now.
    ///
    /// @param with  whether the holding statement is kept with it as it stands
    public void note(Actor actor, Reader reader, InquiryId id, @Nullable String entry, boolean with) {
        Inquiry inquiry = get(reader, id);
        String words = TypedText.lines("entry", entry, LONGEST_TEXT);
        HoldingStatement statement = inquiry.statement();
        if (with && statement == null) {
            throw ProblemException.of(Problem.CONFLICT, "There is no holding statement that could be kept.");
        }
        String said = words == null ? ask(reader, inquiry.question()).line() : words;
        String kept = with && statement != null ? statement.words() : null;
        done(actor, inquiry, words == null ? "Looked again" : "Note", "inquiry.noted", said, kept);
    }

    /// Opens a case for it: the releases that hold what was asked for are named there by hand, since no
    /// finding says so.
    public VulnerabilityCase open(Actor actor, Reader reader, InquiryId id) {
        Inquiry inquiry = get(reader, id);
        HoldingStatement statement = inquiry.statement();
        VulnerabilityCase opened =
                cases.open(actor, new CaseDraft(inquiry.title(), statement == null ? null : statement.words()));
        if (!inquiries.join(id, opened.id())) {
            throw ProblemException.of(Problem.CONFLICT, "This inquiry has become a case already.");
        }
        AffectedMatrix matrix = ask(reader, inquiry.question());
        for (AffectedRelease one : matrix.releases()) {
            if (one.presence() == Presence.PRESENT) {
                String because = "Holds " + String.join(", ", one.components());
                scopes.addRelease(actor, reader, opened.number(), one.release(), because);
            }
        }
        done(
                actor,
                inquiry,
                "Became a case",
                "inquiry.became-case",
                opened.number().text(),
                null);
        return cases.get(reader, opened.number());
    }

    private void done(
            Actor actor,
            Inquiry inquiry,
            String words,
            String what,
            @Nullable String detail,
            @Nullable String statement) {
        inquiries.note(inquiry.id(), actor, log.now(), words, detail, statement);
        audit.record(
                actor,
                Act.of(what, SUBJECT, inquiry.id().toString())
                        .after("detail", detail)
                        .after("statement", statement)
                        .personal("detail", "statement"));
    }

    /// @throws ProblemException  when there is none, or none that the reader may see
    @Transactional(readOnly = true)
    public Inquiry get(Reader reader, InquiryId id) {
        return inquiries
                .find(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no inquiry \"%s\".".formatted(id)));
    }

    /// The newest first.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<Inquiry> list(Reader reader, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, InquiryRepository.NEWEST_FIRST, 2);
        return Slice.of(
                inquiries.list(reader, cursor, limit + 1),
                limit,
                one -> Cursor.of(InquiryRepository.NEWEST_FIRST, one.asked(), one.id()));
    }

    /// What was done when, the oldest first.
    @Transactional(readOnly = true)
    public List<InquiryEntry> log(Reader reader, InquiryId id) {
        return inquiries.log(get(reader, id));
    }
}
