package dev.ward.correction.web;

import dev.ward.correction.Recall;
import dev.ward.correction.RecallDraft;
import dev.ward.correction.RecallEntry;
import dev.ward.correction.Recalls;
import dev.ward.correction.StatusDue;
import dev.ward.handling.CaseNumber;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Summary;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The recalls of a case, for programs.
@RestController
@RequestMapping("/api/v1/cases/{number}/due/recalls")
class RecallApi {

    private final Recalls recalls;
    private final CurrentActor actor;
    private final Visibility visibility;

    RecallApi(Recalls recalls, CurrentActor actor, Visibility visibility) {
        this.recalls = recalls;
        this.actor = actor;
        this.visibility = visibility;
    }

    record EntryBody(
            @Nullable String kind,
            @Nullable String said,
            @Nullable String day,
            @Nullable Integer notified,
            @Nullable Integer responding,
            @Nullable Integer corrected,
            @Nullable Integer returned,
            @Nullable Integer checks,
            @Nullable String note,
            @Nullable UUID corrects) {

        RecallDraft draft() {
            return new RecallDraft(
                    kind,
                    said,
                    day,
                    text(notified),
                    text(responding),
                    text(corrected),
                    text(returned),
                    text(checks),
                    note,
                    text(corrects));
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    /// A recall with what counts, and all that was entered.
    ///
    /// @param recallClass  `I`, `II` or `III`; null while the FDA has not classified it
    record RecallView(
            UUID id,
            @Nullable String number,
            @Nullable String recallClass,
            @Nullable String contact,
            @Nullable LocalDate initiated,
            @Nullable LocalDate terminationRequested,
            @Nullable LocalDate terminated,
            StatusDue nextStatusReport,
            List<RecallEntry> entries) {

        static RecallView of(Recall one) {
            return new RecallView(
                    one.id(),
                    one.number(),
                    one.recallClass(),
                    one.contact(),
                    one.initiated(),
                    one.terminationRequested(),
                    one.terminated(),
                    one.next(),
                    one.entries());
        }
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    @Summary("The recalls of a case, with the day of the next status report and why")
    List<RecallView> list(@PathVariable CaseNumber number) {
        return recalls.of(visibility.reader(), number).stream()
                .map(RecallView::of)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.OBLIGATION_WRITE)
    @Summary("Opens a recall for a case")
    RecallView open(@PathVariable CaseNumber number) {
        return RecallView.of(recalls.open(actor.get(), visibility.reader(), number));
    }

    @PostMapping("/{id}/entries")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.OBLIGATION_WRITE)
    @Summary("Enters something of a recall: its number, its class, a status report, its termination")
    RecallView enter(@PathVariable CaseNumber number, @PathVariable UUID id, @RequestBody EntryBody body) {
        return RecallView.of(recalls.enter(actor.get(), visibility.reader(), number, id, body.draft()));
    }
}
