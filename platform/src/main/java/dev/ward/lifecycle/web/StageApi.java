package dev.ward.lifecycle.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.lifecycle.Board;
import dev.ward.lifecycle.BoardRow;
import dev.ward.lifecycle.Market;
import dev.ward.lifecycle.Markets;
import dev.ward.lifecycle.Stage;
import dev.ward.lifecycle.StageEntry;
import dev.ward.lifecycle.StageScope;
import dev.ward.lifecycle.Stages;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.TypedText;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class StageApi {

    private final Stages stages;
    private final Board board;
    private final Markets markets;
    private final Releases releases;
    private final CurrentActor actor;
    private final Visibility visibility;

    StageApi(
            Stages stages, Board board, Markets markets, Releases releases, CurrentActor actor, Visibility visibility) {
        this.stages = stages;
        this.board = board;
        this.markets = markets;
        this.releases = releases;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/lifecycle")
    @Summary("Lists releases in use with their stages on a market")
    @Requires(Permission.PRODUCT_READ)
    Slice<BoardRow> list(
            @RequestParam(required = false) @Nullable String market,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return board.list(visibility.reader(), markets.named(market), q, stage(stage), after, Slice.limit(limit));
    }

    static @Nullable Stage stage(@Nullable String word) {
        return word == null || word.isBlank()
                ? null
                : Stage.of(word)
                        .orElseThrow(() -> TypedText.refused(
                                "stage", "There is no stage \"%s\".".formatted(word), "is not a stage"));
    }

    @GetMapping("/releases/{id}/stages")
    @Summary("Gives the stages of a release on each market, with the rule that decides")
    @Requires(Permission.PRODUCT_READ)
    List<StageView> stages(@PathVariable ReleaseId id) {
        Release release = releases.get(visibility.reader(), id);
        return stages.schedules(visibility.reader(), release).stream()
                .map(StageView::from)
                .toList();
    }

    @GetMapping("/releases/{id}/stages/history")
    @Summary("Lists what was said of the stages of a release, the last first")
    @Requires(Permission.PRODUCT_READ)
    Slice<EntryView> history(
            @PathVariable ReleaseId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Release release = releases.get(visibility.reader(), id);
        return stages.entries(visibility.reader(), release, after, Slice.limit(limit))
                .map(EntryView::from);
    }

    @PostMapping("/releases/{id}/stages")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Says from when on a stage of a release holds; without a date, that it is taken back")
    @Requires(Permission.LIFECYCLE_WRITE)
    List<StageView> say(@PathVariable ReleaseId id, @RequestBody StageBody body) {
        Release release = releases.get(visibility.reader(), id);
        stages.say(
                actor.get(),
                visibility.reader(),
                StageScope.of(release.product(), id),
                body.form().draft(),
                null);
        return stages(id);
    }

    @PostMapping("/products/{id}/stages")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Says from when on a stage holds for a product or one of its models")
    @Requires(Permission.LIFECYCLE_WRITE)
    List<StageView> sayOfProduct(
            @PathVariable ProductId id,
            @RequestParam(required = false) @Nullable UUID model,
            @RequestBody StageBody body) {
        StageScope scope = model == null ? StageScope.of(id) : StageScope.of(id, new ModelId(model));
        stages.say(actor.get(), visibility.reader(), scope, body.form().draft(), null);
        return stages.schedules(visibility.reader(), scope).stream()
                .map(StageView::from)
                .toList();
    }

    /// @param market     a code; null for all markets
    /// @param effective  null takes the date back
    record StageBody(
            @Nullable String market,
            String stage,
            @Nullable String announced,
            @Nullable String effective,
            String reason) {

        StageForm form() {
            return new StageForm(null, market, stage, announced, effective, reason);
        }
    }

    @GetMapping("/markets")
    @Summary("Lists markets, and the zone whose days their dates are")
    @Requires(Permission.PRODUCT_READ)
    Slice<MarketView> markets() {
        return new Slice<>(markets.list().stream().map(MarketView::from).toList(), null);
    }

    @PostMapping("/markets")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds a market")
    @Requires(Permission.LIFECYCLE_WRITE)
    MarketView add(@RequestBody MarketBody body) {
        return MarketView.from(markets.add(actor.get(), body.code(), body.name(), body.zone()));
    }

    /// @param of         `product`, `model` or `release`: what it was said of
    /// @param effective  null when the date was taken back
    /// @param backward   it took something back to an earlier stage
    /// @param means      how that was confirmed; null when nothing went back
    record EntryView(
            UUID id,
            String of,
            String market,
            String stage,
            @Nullable LocalDate announced,
            @Nullable LocalDate effective,
            String reason,
            boolean backward,
            @Nullable String means,
            String by,
            Instant at) {

        static EntryView from(StageEntry entry) {
            StageScope scope = entry.scope();
            return new EntryView(
                    entry.id(),
                    scope.release() != null ? "release" : scope.model() != null ? "model" : "product",
                    entry.market(),
                    entry.stage().word(),
                    entry.announced(),
                    entry.effective(),
                    entry.reason(),
                    entry.backward(),
                    entry.backward() ? entry.means() : null,
                    entry.by(),
                    entry.at());
        }
    }

    record MarketBody(String code, String name, @Nullable String zone) {}

    record MarketView(String code, String name, String zone, int revision) {

        static MarketView from(Market market) {
            return new MarketView(market.code(), market.name(), market.zone().getId(), market.revision());
        }
    }
}
