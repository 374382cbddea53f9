package dev.ward.correction;

import dev.ward.audit.Actor;
import dev.ward.correction.Change.Description;
import dev.ward.handling.CaseNumber;
import dev.ward.handling.CaseScopes;
import dev.ward.handling.ScopeRow;
import dev.ward.identity.Reader;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what people write of changes, and says what cannot be taken.
@Component
class ChangeWords {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_DAY = 20;
    private static final int MOST_RELEASES = 1_000;
    /// A day that has begun anywhere is not in the future.
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    private final CaseScopes scopes;

    ChangeWords(CaseScopes scopes) {
        this.scopes = scopes;
    }

    /// Those that are concerned, were, or may be.
    List<ChangedRelease> releases(Reader reader, CaseNumber number) {
        return scopes.releases(reader, number, MOST_RELEASES).stream()
                .filter(row -> row.presence() != ScopeRow.Presence.ABSENT)
                .map(row -> new ChangedRelease(
                        row.release().value(),
                        row.productId().value(),
                        row.product() + (row.model() == null ? "" : " " + row.model()) + " " + row.version()))
                .toList();
    }

    Description read(Reader reader, CaseNumber number, ChangeDraft draft, int version, Instant now, Actor actor) {
        ChangeKind kind = Worded.required("kind", draft.kind(), ChangeKind.values());
        String when = TypedText.required("when", draft.when(), LONGEST_DAY);
        if (!when.equals("made") && !when.equals("planned")) {
            throw TypedText.refused("when", "A change is planned or made.", "is neither planned nor made");
        }
        boolean made = when.equals("made");
        LocalDate day = day("day", draft.day());
        if (made && day.isAfter(LocalDate.ofInstant(now, FIRST_ZONE))) {
            throw TypedText.refused("day", "%s lies ahead: the change is planned.".formatted(day), "lies ahead");
        }
        return new Description(
                version,
                kind,
                text("what", draft.what()),
                text("compared", draft.compared()),
                made,
                day,
                chosen(reader, number, draft.releases()),
                now,
                actor.name());
    }

    private List<ChangedRelease> chosen(Reader reader, CaseNumber number, List<UUID> asked) {
        List<ChangedRelease> scope = releases(reader, number);
        List<ChangedRelease> chosen = new ArrayList<>();
        for (UUID id : asked.stream().distinct().toList()) {
            chosen.add(scope.stream()
                    .filter(one -> one.release().equals(id))
                    .findFirst()
                    .orElseThrow(() -> TypedText.refused(
                            "releases",
                            "The release \"%s\" is none of the case's.".formatted(id),
                            "holds one that is none of the case's")));
        }
        if (chosen.isEmpty()) {
            throw TypedText.refused("releases", "Choose which releases it concerns.", "is missing");
        }
        return chosen;
    }

    /// @throws dev.ward.web.ProblemException  when it is none
    static LocalDate day(String field, @Nullable String text) {
        String words = TypedText.required(field, text, LONGEST_DAY);
        LocalDate day;
        try {
            day = LocalDate.parse(words);
        } catch (DateTimeException e) {
            throw TypedText.refused(field, "\"%s\" is no day (2026-03-08).".formatted(words), "is no day (2026-03-08)");
        }
        TypedText.checkDate(field, day);
        return day;
    }

    static String text(String field, @Nullable String text) {
        String words = TypedText.lines(field, text, LONGEST);
        if (words == null) {
            throw TypedText.refused(field, "The %s is missing.".formatted(field), "is missing");
        }
        return words;
    }

    static Outcome outcome(AnswerDraft draft) {
        return Worded.required("outcome", draft.outcome(), Outcome.values());
    }

    /// Each answer needs its reason; the negative of the premarket question above all.
    static Answers answers(Outcome outcome, AnswerDraft draft) {
        Said correction = Worded.required("correction", draft.correction(), Said.values());
        Exemption exemption = Worded.typed("exemption", draft.exemption(), Exemption.values());
        if (exemption != null && correction == Said.NO) {
            throw TypedText.refused(
                    "exemption",
                    "What is no correction or removal needs no exemption.",
                    "is only for a correction or removal");
        }
        Said premarket = Worded.required("premarket", draft.premarket(), Said.values());
        Submission submission = Worded.typed("submission", draft.submission(), Submission.values());
        if (premarket == Said.YES && submission == null) {
            throw TypedText.refused("submission", "Say which submission it needs.", "is missing");
        }
        if (premarket == Said.NO && submission != null) {
            throw TypedText.refused(
                    "submission", "You say that it needs no submission, and name one.", "is named, but none is needed");
        }
        return new Answers(
                correction,
                text("correctionReason", draft.correctionReason()),
                exemption,
                Worded.required("seriousHarm", draft.seriousHarm(), Said.values()),
                text("seriousHarmReason", draft.seriousHarmReason()),
                premarket,
                text("premarketReason", draft.premarketReason()),
                submission,
                outcome == Outcome.ROUTINE
                        ? text("justification", draft.justification())
                        : TypedText.lines("justification", draft.justification(), LONGEST));
    }
}
