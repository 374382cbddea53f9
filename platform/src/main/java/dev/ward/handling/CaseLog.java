package dev.ward.handling;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.Reader;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How every act upon a case begins and ends: with the case, held; with a step of its history and an
/// entry of the trail.
@Component
class CaseLog {

    static final String SUBJECT = "case";
    static final int LONGEST_REASON = 2_000;

    private final CaseRepository cases;
    private final AuditTrail audit;
    private final Clock clock;

    CaseLog(CaseRepository cases, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    static ProblemException missing(CaseNumber number) {
        return ProblemException.of(Problem.NOT_FOUND, "There is no case \"%s\".".formatted(number));
    }

    /// @throws ProblemException  when there is none, or none that the reader may see
    VulnerabilityCase hold(Reader reader, CaseNumber number) {
        return cases.hold(reader, number).orElseThrow(() -> missing(number));
    }

    /// The same of a case that must be open.
    VulnerabilityCase holdOpen(Reader reader, CaseNumber number) {
        VulnerabilityCase one = hold(reader, number);
        if (!one.isOpen()) {
            throw ProblemException.of(
                    Problem.CONFLICT, "The case \"%s\" is closed. Reopen it first.".formatted(number));
        }
        return one;
    }

    /// @param words    for the history of the case: "Task added"
    /// @param what     for the trail: "case.task-added"
    /// @param detail   what it was about
    /// @param because  the reason that was given
    void done(
            Actor actor,
            VulnerabilityCase one,
            String words,
            String what,
            @Nullable String detail,
            @Nullable String because) {
        cases.note(one.id(), actor, now(), words, detail, because);
        cases.touch(one.id(), now());
        audit.record(
                actor,
                Act.of(what, SUBJECT, one.number().text())
                        .after("detail", detail)
                        .why(because)
                        .personal("detail", Act.WHY));
    }

    /// @throws ProblemException  when there is none
    static String reason(@Nullable String because) {
        String reason = TypedText.lines("because", because, LONGEST_REASON);
        if (reason == null) {
            throw TypedText.refused("because", "Say why.", "is missing");
        }
        return reason;
    }

    static @Nullable String anyReason(@Nullable String because) {
        return TypedText.lines("because", because, LONGEST_REASON);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
