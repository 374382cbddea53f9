package dev.ward.retention.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.retention.KeptUntil;
import dev.ward.retention.LegalHold;
import dev.ward.retention.LegalHolds;
import dev.ward.retention.Purge;
import dev.ward.retention.Purges;
import dev.ward.retention.RecordName;
import dev.ward.retention.Retention;
import dev.ward.retention.Retentions;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.time.Instant;
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

/// Retention, legal holds and tombstones for programs. A purge is signed by a person, on its page.
@RestController
@RequestMapping("/api/v1/records")
class RetentionApi {

    private static final int MOST = 100;

    private final Retentions retentions;
    private final LegalHolds holds;
    private final Purges purges;
    private final Asked asked;
    private final CurrentActor actor;
    private final Visibility visibility;

    RetentionApi(
            Retentions retentions,
            LegalHolds holds,
            Purges purges,
            Asked asked,
            CurrentActor actor,
            Visibility visibility) {
        this.retentions = retentions;
        this.holds = holds;
        this.purges = purges;
        this.asked = asked;
        this.actor = actor;
        this.visibility = visibility;
    }

    record HoldView(
            UUID id,
            String kind,
            String record,
            String name,
            String reason,
            Instant placed,
            String placedBy,
            @Nullable Instant lifted,
            @Nullable String liftedBy,
            @Nullable String because) {

        static HoldView from(LegalHold hold) {
            return new HoldView(
                    hold.id(),
                    hold.of().kind().word(),
                    hold.of().id(),
                    hold.name(),
                    hold.reason(),
                    hold.placed(),
                    hold.placedBy(),
                    hold.lifted(),
                    hold.liftedBy(),
                    hold.because());
        }
    }

    record PurgeView(
            UUID id,
            String kind,
            String record,
            List<String> fields,
            String ground,
            String reason,
            int trailValues,
            Instant at,
            String by) {

        static PurgeView from(Purge purge) {
            return new PurgeView(
                    purge.id(),
                    purge.of().kind().word(),
                    purge.of().id(),
                    purge.fields(),
                    purge.ground().word(),
                    purge.reason(),
                    purge.trailValues(),
                    purge.at(),
                    purge.by());
        }
    }

    /// @param until  the last day of all classes; null when it has no end that is known
    record RecordView(
            String kind,
            String record,
            String title,
            List<KeptUntil> classes,
            String rules,
            @Nullable LocalDate until,
            boolean held,
            List<HoldView> holds,
            List<PurgeView> purges) {}

    @GetMapping("/{kind}/{id}")
    @Summary("Says under which classes a record is kept, until when, what holds it and what was purged of it")
    @Requires(Permission.CASE_READ)
    RecordView get(@PathVariable String kind, @PathVariable String id) {
        Reader reader = visibility.reader();
        RecordName name = asked.record(kind, id);
        Retention kept = retentions.get(reader, name);
        List<LegalHold> all = holds.of(reader, name);
        return new RecordView(
                kept.name().kind().word(),
                kept.name().id(),
                kept.title(),
                kept.classes(),
                kept.version(),
                kept.until(),
                all.stream().anyMatch(LegalHold::holds),
                all.stream().map(HoldView::from).toList(),
                purges.of(reader, name).stream().map(PurgeView::from).toList());
    }

    @GetMapping("/holds")
    @Summary("Lists the legal holds that stand, the last placed first")
    @Requires(Permission.CASE_READ)
    Slice<HoldView> holds() {
        return new Slice<>(
                holds.standing(visibility.reader(), MOST).stream()
                        .filter(one -> asked.maySee(one.of().kind()))
                        .map(HoldView::from)
                        .toList(),
                null);
    }

    @GetMapping("/purges")
    @Summary("Lists the tombstones of what was purged, the last first")
    @Requires(Permission.CASE_READ)
    Slice<PurgeView> purges() {
        return new Slice<>(
                purges.last(visibility.reader(), MOST).stream()
                        .filter(one -> asked.maySee(one.of().kind()))
                        .map(PurgeView::from)
                        .toList(),
                null);
    }

    record PlaceBody(@Nullable String name, @Nullable String reason) {}

    @PostMapping("/{kind}/{id}/holds")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Places a legal hold on a case, a signal or a customer; name and reason are needed")
    @Requires(Permission.LEGAL_HOLD)
    HoldView place(@PathVariable String kind, @PathVariable String id, @RequestBody PlaceBody body) {
        RecordName name = asked.record(kind, id);
        return HoldView.from(holds.place(actor.get(), visibility.reader(), name, body.name(), body.reason()));
    }

    record LiftBody(@Nullable String because) {}

    @PostMapping("/holds/{hold}/lift")
    @Summary("Lifts a legal hold, with the reason")
    @Requires(Permission.LEGAL_HOLD)
    HoldView lift(@PathVariable UUID hold, @RequestBody LiftBody body) {
        asked.confirm(holds.get(visibility.reader(), hold).of());
        return HoldView.from(holds.lift(actor.get(), visibility.reader(), hold, body.because()));
    }
}
