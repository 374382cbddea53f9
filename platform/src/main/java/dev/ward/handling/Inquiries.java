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
import dev.ward.web.TypedText;
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
    private static final int LONGEST_TEXT = 10_000;

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
                1,
                log.now(),
                actor.name());
        inquiries.insert(inquiry);
        done(actor, inquiry, "Asked", "inquiry.kept", inquiry.title());
        return inquiry;
    }

    /// Writes down what people may say meanwhile.
    ///
    /// @param revision  of the inquiry that the person saw
    public void state(Actor actor, Reader reader, InquiryId id, int revision, @Nullable String statement) {
        Inquiry inquiry = get(reader, id);
        String words = TypedText.lines("statement", statement, LONGEST_TEXT);
        if (!inquiries.state(id, revision, words)) {
            throw Outdated.of(inquiry.title());
        }
        done(actor, inquiry, "Holding statement", "inquiry.statement-changed", words);
    }

    /// Writes a line into the log. Without words it is what the matrix says now.
    public void note(Actor actor, Reader reader, InquiryId id, @Nullable String entry) {
        Inquiry inquiry = get(reader, id);
        String words = TypedText.lines("entry", entry, LONGEST_TEXT);
        boolean machine = words == null;
        String said = words == null ? ask(reader, inquiry.question()).line() : words;
        done(actor, inquiry, machine ? "Looked again" : "Note", "inquiry.noted", said);
    }

    /// Opens a case for it: the releases that hold what was asked for are named there by hand, since no
    /// finding says so.
    public VulnerabilityCase open(Actor actor, Reader reader, InquiryId id) {
        Inquiry inquiry = get(reader, id);
        VulnerabilityCase opened = cases.open(actor, new CaseDraft(inquiry.title(), inquiry.statement()));
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
                opened.number().text());
        return cases.get(reader, opened.number());
    }

    private void done(Actor actor, Inquiry inquiry, String words, String what, @Nullable String detail) {
        inquiries.note(inquiry.id(), actor, log.now(), words, detail);
        audit.record(
                actor,
                Act.of(what, SUBJECT, inquiry.id().toString())
                        .after("detail", detail)
                        .personal("detail"));
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
    public List<Step> log(Reader reader, InquiryId id) {
        return inquiries.log(get(reader, id));
    }
}
