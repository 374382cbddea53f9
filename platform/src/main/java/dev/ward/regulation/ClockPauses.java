package dev.ward.regulation;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.Reader;
import dev.ward.standards.due.ClockRule;
import dev.ward.standards.due.DueEngine;
import dev.ward.standards.due.Moment;
import dev.ward.standards.due.RuleBook;
import dev.ward.standards.due.RunningClock;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets our own clocks stand still, with a reason. What rests on law or guidance nobody can pause.
@Service
@Transactional
public class ClockPauses {

    private final PauseRepository pauses;
    private final FactEntries entries;
    private final RuleBooks books;

    ClockPauses(PauseRepository pauses, FactEntries entries, RuleBooks books) {
        this.pauses = pauses;
        this.entries = entries;
        this.books = books;
    }

    /// @param clock  its id
    /// @param from   since when it stands still; null or empty for now
    public PauseEntry pause(
            Actor actor,
            Reader reader,
            CaseNumber number,
            @Nullable String clock,
            @Nullable String from,
            @Nullable String reason) {
        VulnerabilityCase one = entries.get(reader, number);
        RuleBook book = books.current();
        String id = pausable(book, clock);
        Dossier dossier = entries.dossier(one);
        if (dossier.pauses().stream().anyMatch(known -> known.clock().equals(id) && known.ended() == null)) {
            throw ProblemException.of(Problem.CONFLICT, "%s stands still already.".formatted(id));
        }
        running(dossier, book, id);
        PauseEntry entry = new PauseEntry(
                Uuids.next(),
                id,
                moment("from", from, dossier.zone()).text(),
                FactEntries.text("reason", reason),
                entries.now(),
                actor.name(),
                null);
        pauses.insert(one.id(), entry, actor);
        entries.done(
                actor,
                one,
                act("case.clock-paused", one, entry)
                        .after("from", entry.moment())
                        .why(entry.reason()));
        return entry;
    }

    /// @param until  when it went on; null or empty for now
    public void end(
            Actor actor, Reader reader, CaseNumber number, UUID id, @Nullable String until, @Nullable String reason) {
        VulnerabilityCase one = entries.get(reader, number);
        Dossier dossier = entries.dossier(one);
        PauseEntry entry = dossier.pauses().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "The case has no pause \"%s\".".formatted(id)));
        Moment to = moment("until", until, dossier.zone());
        if (to.latest().isBefore(Moment.parse(entry.moment(), dossier.zone()).earliest())) {
            throw TypedText.refused(
                    "until",
                    "It stands still since %s, which is later than %s.".formatted(entry.moment(), to.text()),
                    "lies before the pause, which began at %s".formatted(entry.moment()));
        }
        PauseEntry.End end =
                new PauseEntry.End(to.text(), FactEntries.text("reason", reason), entries.now(), actor.name());
        if (!pauses.end(id, end, actor)) {
            throw ProblemException.of(Problem.CONFLICT, "It went on before.");
        }
        entries.done(
                actor,
                one,
                act("case.clock-resumed", one, entry)
                        .before("from", entry.moment())
                        .after("until", end.moment())
                        .why(end.reason()));
    }

    private static Act act(String what, VulnerabilityCase one, PauseEntry entry) {
        return FactEntries.act(what, one)
                .after("pause", entry.id().toString())
                .after("clock", entry.clock())
                .personal(Act.WHY);
    }

    private Moment moment(String field, @Nullable String typed, ZoneId zone) {
        return typed == null || typed.isBlank() ? Moment.of(entries.now()) : entries.moment(field, typed, zone);
    }

    private static String pausable(RuleBook book, @Nullable String clock) {
        String id = TypedText.required("clock", clock, FactEntries.LONGEST);
        ClockRule rule = book.clock(id);
        if (rule == null) {
            throw TypedText.refused("clock", "There is no clock \"%s\".".formatted(id), "is no clock");
        }
        if (!rule.binding().isPausable()) {
            throw TypedText.refused(
                    "clock",
                    "%s runs %s (%s). Nobody can pause or extend it; only our own clocks can stand still."
                            .formatted(id, ClockWords.binding(rule.binding()), rule.source()),
                    "runs %s: nobody can pause it".formatted(ClockWords.binding(rule.binding())));
        }
        return id;
    }

    /// What is over is over: no pause undoes it.
    private void running(Dossier dossier, RuleBook book, String clock) {
        List<RunningClock> found = DueEngine.evaluate(dossier.facts(), book, entries.now()).clocks().stream()
                .filter(one -> one.id().equals(clock))
                .toList();
        if (found.stream().anyMatch(one -> one.state() == RunningClock.State.OVERDUE)) {
            throw ProblemException.of(
                    Problem.CONFLICT, "%s is overdue. A pause undoes nothing that is over.".formatted(clock));
        }
        if (found.stream().noneMatch(one -> one.state().isOpen())) {
            throw ProblemException.of(Problem.CONFLICT, "%s does not run in this case.".formatted(clock));
        }
    }
}
