package dev.ward.regulation;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.document.Arrival;
import dev.ward.standards.due.DueFacts.Membership;
import dev.ward.web.FileNames;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The binder of what shows that the manufacturer takes an active part in an ISAO. Periods are never
/// changed: one that was
/// wrong is withdrawn. All open cases are judged anew soon after.
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices (2016), IX.
@Service
@Transactional
public class Isaos {

    private static final int LONGEST_NAME = 200;

    private final IsaoRepository repository;
    private final Evaluations evaluations;
    private final AuditTrail audit;

    Isaos(IsaoRepository repository, Evaluations evaluations, AuditTrail audit) {
        this.repository = repository;
        this.evaluations = evaluations;
        this.audit = audit;
    }

    /// What is entered of one criterion of an ISAO, unchecked.
    ///
    /// @param until  the last day; empty while it goes on
    public record PeriodDraft(
            @Nullable String isao,
            @Nullable String criterion,
            @Nullable String from,
            @Nullable String until,
            @Nullable String evidence) {}

    /// All that was entered, by ISAO, criterion and day.
    @Transactional(readOnly = true)
    public List<IsaoPeriod> periods() {
        return repository.periods();
    }

    /// On which days all four criteria were met in one of them; null when nothing is said of any.
    @Transactional(readOnly = true)
    public @Nullable List<Membership> participation() {
        return Participation.of(repository.periods());
    }

    /// @throws ProblemException  when what was entered cannot be
    public IsaoPeriod enter(Actor actor, PeriodDraft draft) {
        IsaoPeriod period = checked(actor, draft);
        repository.insert(repository.isao(period.isao()), period, actor);
        done(actor, act("isao.period-entered", period));
        return period;
    }

    public void withdraw(Actor actor, UUID id, @Nullable String because) {
        IsaoPeriod period = get(id);
        String why = FactEntries.text("because", because);
        if (!repository.withdraw(id, actor, why, evaluations.now())) {
            throw ProblemException.of(Problem.CONFLICT, "It was withdrawn before.");
        }
        done(actor, act("isao.period-withdrawn", period).why(why).personal(Act.WHY));
    }

    /// Keeps the file that shows a period. There is one, and it is not replaced.
    public void attach(Actor actor, UUID id, Arrival arrival, String name) {
        IsaoPeriod period = get(id);
        String words = FileNames.of(name, "file");
        arrival.keep();
        if (!repository.attach(id, arrival.document().sha256(), words)) {
            throw ProblemException.of(
                    Problem.CONFLICT, "It has a file, or was withdrawn. Enter the period anew to show it by another.");
        }
        audit.record(
                actor,
                act("isao.file-kept", period)
                        .after("file", words)
                        .after("sha256", arrival.document().sha256()));
    }

    /// @throws ProblemException  when the period has no file
    @Transactional(readOnly = true)
    public StoredFile file(UUID id) {
        String sha256 = repository
                .file(id)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "The period \"%s\" has no file.".formatted(id)));
        return new StoredFile(Objects.requireNonNull(get(id).document()), sha256);
    }

    public record StoredFile(String name, String sha256) {}

    private IsaoPeriod get(UUID id) {
        return repository.periods().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no period \"%s\".".formatted(id)));
    }

    private IsaoPeriod checked(Actor actor, PeriodDraft draft) {
        LocalDate from = day("from", draft.from());
        if (from == null) {
            throw TypedText.refused("from", "The first day is missing.", "is missing");
        }
        if (from.isAfter(evaluations.now().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1))) {
            throw TypedText.refused("from", "%s lies ahead. Enter it when it has come.".formatted(from), "lies ahead");
        }
        LocalDate until = day("until", draft.until());
        if (until != null && until.isBefore(from)) {
            throw TypedText.refused(
                    "until",
                    "The last day %s lies before the first, %s.".formatted(until, from),
                    "lies before the first");
        }
        return new IsaoPeriod(
                Uuids.next(),
                TypedText.required("isao", draft.isao(), LONGEST_NAME),
                IsaoCriterion.of("criterion", draft.criterion()).number(),
                from,
                until,
                FactEntries.text("evidence", draft.evidence()),
                null,
                evaluations.now(),
                actor.name(),
                null);
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        try {
            return VerdictRepository.day(text);
        } catch (DateTimeException e) {
            throw TypedText.refused(field, "\"%s\" is no day (2026-03-08).".formatted(text), "is no day (2026-03-08)");
        }
    }

    private static Act act(String what, IsaoPeriod period) {
        return Act.of(what, "isao-period", period.id().toString())
                .after("isao", period.isao())
                .after("criterion", String.valueOf(period.criterion()))
                .after("from", period.from().toString())
                .after("until", period.until() == null ? null : period.until().toString())
                .after("evidence", period.evidence());
    }

    private void done(Actor actor, Act act) {
        audit.record(actor, act);
        evaluations.lookAtAllSoon();
    }
}
