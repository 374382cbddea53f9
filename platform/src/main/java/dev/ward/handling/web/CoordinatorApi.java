package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.Coordinator;
import dev.ward.handling.CoordinatorDraft;
import dev.ward.handling.CoordinatorKind;
import dev.ward.handling.Coordinators;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.Worded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who coordinates a case beside us.
@RestController
@RequestMapping("/api/v1/cases/{number}/coordinators")
class CoordinatorApi {

    private final Coordinators coordinators;
    private final CurrentActor actor;
    private final Visibility visibility;

    CoordinatorApi(Coordinators coordinators, CurrentActor actor, Visibility visibility) {
        this.coordinators = coordinators;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param kind     cisa, cert-cc, csirt, isao, authority, other
    /// @param version  that was seen; of a change alone
    record CoordinatorBody(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String reference,
            @Nullable String contact,
            @Nullable String agreed,
            @Nullable String advisory,
            @Nullable String published,
            @Nullable Integer version) {

        CoordinatorDraft draft() {
            return new CoordinatorDraft(
                    Worded.required("kind", kind, CoordinatorKind.values()),
                    Objects.requireNonNullElse(name, ""),
                    reference,
                    contact,
                    Sent.date("agreed", agreed),
                    advisory,
                    Sent.date("published", published));
        }
    }

    /// @param version  that was seen
    record WithdrawalBody(
            @Nullable Integer version, @Nullable String because) {}

    /// @param agreed     the day of publication that was agreed
    /// @param withdrawn  why it does not count; null while it does
    record CoordinatorView(
            UUID id,
            int version,
            String kind,
            String name,
            @Nullable String reference,
            @Nullable String contact,
            @Nullable LocalDate agreed,
            @Nullable String advisory,
            @Nullable LocalDate published,
            @Nullable String withdrawn,
            Instant entered,
            String by) {

        static CoordinatorView from(Coordinator one) {
            CoordinatorDraft said = one.said();
            return new CoordinatorView(
                    one.id(),
                    one.version(),
                    said.kind().word(),
                    said.name(),
                    said.reference(),
                    said.contact(),
                    said.agreed(),
                    said.advisory(),
                    said.published(),
                    one.withdrawn(),
                    one.entered(),
                    one.by());
        }
    }

    @GetMapping
    @Summary("Lists who coordinates a case beside us, as it was said last")
    @Requires(Permission.CASE_READ)
    Slice<CoordinatorView> list(@PathVariable CaseNumber number) {
        return views(coordinators.list(visibility.reader(), number));
    }

    @GetMapping("/{coordinator}")
    @Summary("Lists all that was said of a coordinator, the last first")
    @Requires(Permission.CASE_READ)
    Slice<CoordinatorView> versions(@PathVariable CaseNumber number, @PathVariable UUID coordinator) {
        return views(coordinators.versions(visibility.reader(), number, coordinator));
    }

    private static Slice<CoordinatorView> views(List<Coordinator> coordinators) {
        return new Slice<>(coordinators, null).map(CoordinatorView::from);
    }

    @PostMapping
    @Summary("Says who coordinates a case beside us")
    @Requires(Permission.CASE_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    CoordinatorView add(@PathVariable CaseNumber number, @RequestBody CoordinatorBody body) {
        return CoordinatorView.from(coordinators.add(actor.get(), visibility.reader(), number, body.draft()));
    }

    @PutMapping("/{coordinator}")
    @Summary("Says anew what is known of a coordinator; what was said before stays")
    @Requires(Permission.CASE_WRITE)
    CoordinatorView change(
            @PathVariable CaseNumber number, @PathVariable UUID coordinator, @RequestBody CoordinatorBody body) {
        int version = Sent.needed("version", body.version());
        return CoordinatorView.from(
                coordinators.change(actor.get(), visibility.reader(), number, coordinator, version, body.draft()));
    }

    @PostMapping("/{coordinator}/withdraw")
    @Summary("Takes a coordinator back that was entered by mistake")
    @Requires(Permission.CASE_WRITE)
    CoordinatorView withdraw(
            @PathVariable CaseNumber number, @PathVariable UUID coordinator, @RequestBody WithdrawalBody body) {
        int version = Sent.needed("version", body.version());
        return CoordinatorView.from(
                coordinators.withdraw(actor.get(), visibility.reader(), number, coordinator, version, body.because()));
    }
}
