package dev.ward.lifecycle;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.Mandate;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.Models;
import dev.ward.product.Product;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Meaning;
import dev.ward.signature.Signable;
import dev.ward.signature.Signatures;
import dev.ward.signature.Signer;
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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The stages of releases on their markets: what was said, and what follows of it today.
@Service
@Transactional
public class Stages {

    /// The type of record under which a step back is signed.
    public static final String STEP_BACK = "step-back";

    private static final SortOrder LAST_FIRST = SortOrder.descending("number");

    private final StageRepository stages;
    private final Markets markets;
    private final Products products;
    private final Models models;
    private final Releases releases;
    private final Signatures signatures;
    private final Mandate mandate;
    private final AuditTrail audit;
    private final Clock clock;

    Stages(
            StageRepository stages,
            Markets markets,
            Products products,
            Models models,
            Releases releases,
            Signatures signatures,
            Mandate mandate,
            AuditTrail audit,
            Clock clock) {
        this.stages = stages;
        this.markets = markets;
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.signatures = signatures;
        this.mandate = mandate;
        this.audit = audit;
        this.clock = clock;
    }

    /// Who signs that something goes back to an earlier stage.
    ///
    /// @param seen  what goes back, as [#goesBack] said it to the signer
    public record TakingBack(Signer signer, String seen) {}

    /// What would go back to an earlier stage, in words; empty when nothing would.
    ///
    /// @throws ProblemException  when dates would not follow the order of the stages
    @Transactional(readOnly = true)
    public String goesBack(Reader reader, StageScope scope, StageDraft draft) {
        return StepBack.words(stepsBack(reader, scope, target(reader, scope), draft, now()));
    }

    /// Says from when on a stage holds, or takes that back.
    ///
    /// @param signed  by somebody who may sign deviations, when something goes back to an earlier stage; null
    ///                when nobody did
    /// @throws ProblemException  when dates would not follow the order of the stages, or something would go
    ///                           back and nobody signed just that
    public void say(Actor actor, Reader reader, StageScope scope, StageDraft draft, @Nullable TakingBack signed) {
        StageTarget target = target(reader, scope);
        Instant now = now();
        refuseFutureAnnouncement(draft, markets.named(draft.market()).today(now));
        stages.lock(scope.product());
        String back = StepBack.words(stepsBack(reader, scope, target, draft, now));
        UUID id = Uuids.next();
        if (!back.isEmpty()) {
            sign(id, scope, draft, back, signed);
        }
        stages.insert(id, scope, draft, !back.isEmpty(), actor, now);
        audit.record(actor, act(scope, draft, back));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private List<StepBack> stepsBack(
            Reader reader, StageScope scope, StageTarget target, StageDraft draft, Instant now) {
        Market market = markets.named(draft.market());
        StagePolicy policy = StagePolicy.of(stages.rules(reader, scope.product()), scope, draft, now);
        policy.contradiction(target, market.code()).ifPresent(contradiction -> {
            throw TypedText.refused(
                    "effective", contradiction.words() + ".", "does not follow the order of the stages");
        });
        return policy.stepsBack(targets(scope, target), reached(market));
    }

    private void sign(UUID id, StageScope scope, StageDraft draft, String back, @Nullable TakingBack signed) {
        if (signed == null) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "This takes back what has begun: %s. Whoever may sign deviations signs it on the page, with a reason."
                            .formatted(back));
        }
        if (!signed.seen().equals(back)) {
            throw ProblemException.of(
                    Problem.OUTDATED, "What would go back has changed since you looked. It is now: " + back);
        }
        mandate.confirm(signed.signer().person().actor(), Permission.DEVIATION_SIGN);
        signatures.sign(
                signed.signer(),
                new Signable(
                        STEP_BACK,
                        id,
                        1,
                        "all",
                        CanonicalRecord.of(content(scope, draft, back)),
                        "I take back what has begun: %s.".formatted(back)),
                Meaning.APPROVAL);
    }

    private static Map<String, Object> content(StageScope scope, StageDraft draft, String back) {
        Map<String, Object> content = new TreeMap<>();
        content.put("layout", 1);
        content.put("product", scope.product().toString());
        content.put("model", Objects.toString(scope.model(), ""));
        content.put("release", Objects.toString(scope.release(), ""));
        content.put("market", draft.market());
        content.put("stage", draft.stage().word());
        content.put("effective", Objects.toString(draft.effective(), ""));
        content.put("announced", Objects.toString(draft.announced(), ""));
        content.put("reason", draft.reason());
        content.put("back", back);
        return content;
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

    private static Act act(StageScope scope, StageDraft draft, String back) {
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
                .after("back", back.isEmpty() ? null : back + ", signed electronically")
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
