package dev.ward.lifecycle;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Reauthenticated;
import dev.ward.product.ModelId;
import dev.ward.product.Models;
import dev.ward.product.Product;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The stages of releases on their markets: what was said, and what follows of it today.
@Service
@Transactional
public class Stages {

    private static final SortOrder LAST_FIRST = SortOrder.descending("number");

    private final StageRepository stages;
    private final Markets markets;
    private final Products products;
    private final Models models;
    private final Releases releases;
    private final AuditTrail audit;
    private final Clock clock;

    Stages(
            StageRepository stages,
            Markets markets,
            Products products,
            Models models,
            Releases releases,
            AuditTrail audit,
            Clock clock) {
        this.stages = stages;
        this.markets = markets;
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
    }

    /// Says from when on a stage holds, or takes that back.
    ///
    /// @param signed  who answers for it when it takes something back to an earlier stage; null when nobody does
    /// @throws ProblemException  when dates would not follow the order of the stages; in the field `password`,
    ///                           when something would go back and nobody who may sign deviations answers for it
    public void say(Actor actor, Reader reader, StageScope scope, StageDraft draft, @Nullable Reauthenticated signed) {
        StageTarget target = target(reader, scope);
        Market market = markets.named(draft.market());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        refuseFutureAnnouncement(draft, market.today(now));
        stages.lock(scope.product());
        StagePolicy policy = StagePolicy.of(stages.rules(reader, scope.product()), scope, draft, now);
        policy.contradiction(target, market.code()).ifPresent(contradiction -> {
            throw TypedText.refused(
                    "effective", contradiction.words() + ".", "does not follow the order of the stages");
        });
        List<StepBack> back = policy.stepsBack(targets(scope, target), reached(market));
        if (!back.isEmpty()) {
            requireSigned(back, signed);
        }
        UUID id = Uuids.next();
        stages.insert(
                id, scope, draft, !back.isEmpty(), back.isEmpty() || signed == null ? null : signed.at(), actor, now);
        audit.record(actor, act(scope, draft, back));
    }

    private static void refuseFutureAnnouncement(StageDraft draft, LocalDate today) {
        LocalDate announced = draft.announced();
        if (announced != null && announced.isAfter(today)) {
            throw TypedText.refused(
                    "announced",
                    "The announcement of %s has not been made yet. Say so again when it has.".formatted(announced),
                    "lies in the future");
        }
    }

    private static void requireSigned(List<StepBack> back, @Nullable Reauthenticated signed) {
        String what = StepBack.words(back);
        if (signed == null) {
            throw ProblemException.of(
                            Problem.CONFLICT,
                            "This takes back what has begun: %s. Whoever may sign deviations does it, with a reason and their password."
                                    .formatted(what))
                    .with("password", "is needed, as something goes back to an earlier stage");
        }
        if (!signed.caller().may(Permission.DEVIATION_SIGN)) {
            throw ProblemException.of(
                            Problem.FORBIDDEN,
                            "This takes back what has begun: %s. Only those who may sign deviations do that."
                                    .formatted(what))
                    .with("password", "is not that of somebody who may sign deviations");
        }
    }

    private static Act act(StageScope scope, StageDraft draft, List<StepBack> back) {
        ReleaseId release = scope.release();
        ModelId model = scope.model();
        String type = release != null ? "release" : model != null ? "model" : "product";
        Object subject = release != null ? release : model != null ? model : scope.product();
        LocalDate effective = draft.effective();
        LocalDate announced = draft.announced();
        String what = effective == null ? "stage.taken-back" : back.isEmpty() ? "stage.dated" : "stage.reversed";
        return Act.of(what, type, subject.toString())
                .after("stage", draft.stage().word())
                .after("market", draft.market())
                .after("effective", effective == null ? null : effective.toString())
                .after("announced", announced == null ? null : announced.toString())
                .after("back", back.isEmpty() ? null : StepBack.words(back) + ", " + Reauthenticated.LABEL)
                .why(draft.reason());
    }

    private StageTarget target(Reader reader, StageScope scope) {
        Product product = products.get(reader, scope.product());
        ReleaseId release = scope.release();
        ModelId model = scope.model();
        if (release != null) {
            Release known = releases.get(reader, release);
            if (!known.product().equals(product.id())) {
                throw TypedText.refused(
                        "release", "\"%s\" is not of this product.".formatted(release), "is not of this product");
            }
            return new StageTarget(product.id(), known.model(), release);
        }
        if (model != null && !models.get(reader, model).product().equals(product.id())) {
            throw TypedText.refused(
                    "model", "\"%s\" is not of this product.".formatted(model), "is not of this product");
        }
        return new StageTarget(product.id(), model, null);
    }

    private List<StageTarget> targets(StageScope scope, StageTarget target) {
        List<StageTarget> targets = new ArrayList<>();
        targets.add(target);
        if (scope.release() == null) {
            stages.releases(scope.product()).stream()
                    .filter(one -> scope.model() == null || scope.model().equals(one.model()))
                    .forEach(targets::add);
        }
        return targets;
    }

    /// Every market for which the entry may change something.
    private List<Market> reached(Market market) {
        return market.isAll() ? markets.list() : List.of(market);
    }

    /// The stages of a release on a market, each with the rule that decides.
    @Transactional(readOnly = true)
    public Schedule schedule(Reader reader, Release release, Market market) {
        return Schedule.of(
                stages.rules(reader, release.product()),
                new StageTarget(release.product(), release.model(), release.id()),
                market.code());
    }

    /// A market, and what holds there today.
    public record OnMarket(Market market, LocalDate today, Schedule schedule) {

        public @Nullable Stage current() {
            return schedule.current(today).map(StageRule::stage).orElse(null);
        }
    }

    /// The stages of a release on all markets together, and on each for which something else is said.
    @Transactional(readOnly = true)
    public List<OnMarket> schedules(Reader reader, Release release) {
        return schedules(
                stages.rules(reader, release.product()),
                new StageTarget(release.product(), release.model(), release.id()));
    }

    /// What is said of a product, or of one of its models, as a whole.
    @Transactional(readOnly = true)
    public List<OnMarket> schedules(Reader reader, StageScope scope) {
        return schedules(stages.rules(reader, scope.product()), target(reader, scope));
    }

    private List<OnMarket> schedules(List<StageRule> rules, StageTarget target) {
        Instant now = clock.instant();
        return markets.list().stream()
                .filter(market -> market.isAll()
                        || rules.stream()
                                .anyMatch(rule ->
                                        rule.market().equals(market.code()) && rule.reaches(target, market.code())))
                .map(market -> new OnMarket(market, market.today(now), Schedule.of(rules, target, market.code())))
                .toList();
    }

    /// What was said that bears on a release, the last first.
    @Transactional(readOnly = true)
    public Slice<StageEntry> entries(Reader reader, Release release, @Nullable String after, int limit) {
        return slice(
                after,
                limit,
                (before, rows) ->
                        stages.entries(reader, release.product(), release.model(), release.id(), before, rows));
    }

    /// What was said of a product as a whole and of its models, the last first.
    @Transactional(readOnly = true)
    public Slice<StageEntry> entries(Reader reader, ProductId product, @Nullable String after, int limit) {
        products.get(reader, product);
        return slice(after, limit, (before, rows) -> stages.entries(reader, product, null, null, before, rows));
    }

    private interface Reading {
        List<StageEntry> read(long before, int rows);
    }

    private static Slice<StageEntry> slice(@Nullable String after, int limit, Reading reading) {
        Cursor cursor = Cursor.parse(after, LAST_FIRST, 1);
        long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        return Slice.of(reading.read(before, limit + 1), limit, entry -> Cursor.of(LAST_FIRST, entry.number()));
    }
}
