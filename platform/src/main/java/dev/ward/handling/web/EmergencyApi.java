package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.EmergencyDraft;
import dev.ward.handling.EmergencyOpening;
import dev.ward.handling.EmergencyOpenings;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.signature.Shown;
import dev.ward.signature.Signing;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Emergency openings over REST. A token opens and reviews nothing, as it is nobody who was recognised.
@RestController
@RequestMapping("/api/v1")
class EmergencyApi {

    private final EmergencyOpenings openings;
    private final Signing signing;
    private final CurrentActor actor;
    private final Visibility visibility;

    EmergencyApi(EmergencyOpenings openings, Signing signing, CurrentActor actor, Visibility visibility) {
        this.openings = openings;
        this.signing = signing;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param identifier  the e-mail address, with the first signature of a series
    /// @param code        of who has an app
    record OpeningBody(
            @Nullable String number,
            @Nullable String because,
            @Nullable String identifier,
            @Nullable String password,
            @Nullable String code) {

        Shown shown() {
            return new Shown(text(identifier).strip(), text(password), text(code), "", false, null);
        }

        private static String text(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    record ReviewBody(@Nullable Boolean justified, @Nullable String because) {}

    @PostMapping("/emergency-openings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Summary("Opens an embargoed case in an emergency for 24 hours, to a person who re-enters their password")
    @Requires(Permission.EMERGENCY_OPEN)
    void open(@RequestBody OpeningBody body) {
        EmergencyDraft draft = EmergencyDraft.of(body.number(), body.because());
        openings.open(signing.confirm(actor.caller(), body.shown()), visibility.reader(), draft);
    }

    @GetMapping("/emergency-openings")
    @Summary("Lists emergency openings, the newest first; what is of a case, for those who see it alone")
    @Requires(Permission.EMERGENCY_WATCH)
    Slice<EmergencyView> list(@RequestParam(defaultValue = "false") boolean waiting) {
        return new Slice<EmergencyOpening>(openings.list(visibility.reader(), waiting), null).map(EmergencyView::from);
    }

    @GetMapping("/cases/{number}/emergency-openings")
    @Summary("Lists how often a case was opened in an emergency, the newest first")
    @Requires(Permission.CASE_READ)
    Slice<EmergencyView> of(@PathVariable CaseNumber number) {
        return new Slice<EmergencyOpening>(openings.of(visibility.reader(), number), null).map(EmergencyView::from);
    }

    @PostMapping("/cases/{number}/emergency-openings/{id}/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Summary("Says of an emergency opening whether it was justified, with a reason; never of one's own")
    @Requires(Permission.CASE_READ)
    void review(@PathVariable CaseNumber number, @PathVariable UUID id, @RequestBody ReviewBody body) {
        openings.review(actor.caller(), visibility.reader(), number, id, body.justified(), body.because());
    }
}
