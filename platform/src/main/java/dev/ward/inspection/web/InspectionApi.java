package dev.ward.inspection.web;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.AccountId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.inspection.Inspection;
import dev.ward.inspection.InspectionDraft;
import dev.ward.inspection.Inspections;
import dev.ward.inspection.Seen;
import dev.ward.product.ProductId;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Inspections, for programs of the quality system.
@RestController
@RequestMapping("/api/v1/inspections")
@Requires(Permission.INSPECTION_OPEN)
class InspectionApi {

    private static final int MOST = 500;

    private final Inspections inspections;
    private final CurrentActor actor;
    private final Visibility visibility;

    InspectionApi(Inspections inspections, CurrentActor actor, Visibility visibility) {
        this.inspections = inspections;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param account  with the role `inspector`
    record OpenBody(
            @Nullable String account,
            @Nullable String inspector,
            @Nullable String authority,
            @Nullable List<@Nullable String> products,
            @Nullable List<@Nullable String> cases,
            @Nullable String from,
            @Nullable String until,
            @Nullable String lastDay) {}

    record InspectionView(
            UUID id,
            UUID account,
            String inspector,
            String authority,
            List<UUID> products,
            List<String> cases,
            LocalDate from,
            LocalDate until,
            LocalDate lastDay,
            Instant opened,
            String openedBy,
            @Nullable Instant ended,
            @Nullable String endedBy) {

        static InspectionView from(Inspection one) {
            return new InspectionView(
                    one.id(),
                    one.account().value(),
                    one.inspector(),
                    one.authority(),
                    one.products(),
                    one.cases(),
                    one.from(),
                    one.until(),
                    one.lastDay(),
                    one.opened(),
                    one.openedBy(),
                    one.ended(),
                    one.endedBy());
        }
    }

    @GetMapping
    @Summary("Lists inspections, the last opened first")
    Slice<InspectionView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return inspections.list(visibility.reader(), after, Slice.limit(limit)).map(InspectionView::from);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Lays products and cases open to an inspector until a last day")
    InspectionView open(@RequestBody OpenBody body) {
        return InspectionView.from(inspections.open(
                actor.get(),
                visibility.reader(),
                new InspectionDraft(
                        Typed.id("account", body.account(), text -> new AccountId(UUID.fromString(text))),
                        Objects.requireNonNullElse(body.inspector(), ""),
                        Objects.requireNonNullElse(body.authority(), ""),
                        texts(body.products()).stream()
                                .map(one -> Typed.id("products", one, ProductId::of))
                                .toList(),
                        texts(body.cases()).stream()
                                .map(one -> Typed.id("cases", one, CaseNumber::of))
                                .toList(),
                        Typed.day("from", body.from()),
                        Typed.day("until", body.until()),
                        Typed.day("lastDay", body.lastDay()))));
    }

    private static List<String> texts(@Nullable List<@Nullable String> sent) {
        return sent == null
                ? List.of()
                : sent.stream().map(one -> Objects.requireNonNullElse(one, "")).toList();
    }

    @GetMapping("/{id}")
    @Summary("Gives an inspection")
    InspectionView get(@PathVariable UUID id) {
        return InspectionView.from(inspections.get(visibility.reader(), id));
    }

    @GetMapping("/{id}/seen")
    @Summary("Lists what the inspector saw, the last first; the page has all of it as CSV")
    Slice<Seen> seen(@PathVariable UUID id) {
        Reader reader = visibility.reader();
        return new Slice<>(inspections.seen(reader, inspections.get(reader, id), MOST), null);
    }

    @PostMapping("/{id}/end")
    @Summary("Ends an inspection before its last day")
    InspectionView end(@PathVariable UUID id) {
        return InspectionView.from(inspections.end(actor.get(), visibility.reader(), id));
    }
}
