package dev.ward.product;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Changes;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Taken;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The releases of products and models.
@Service
@Transactional
public class Releases {

    private static final String SUBJECT = "release";

    private final ReleaseRepository releases;
    private final Products products;
    private final Models models;
    private final AuditTrail audit;
    private final Clock clock;

    Releases(ReleaseRepository releases, Products products, Models models, AuditTrail audit, Clock clock) {
        this.releases = releases;
        this.products = products;
        this.models = models;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws ProblemException  when the product, or the model, has the version; when either is absent
    public Release create(Actor actor, Reader reader, ProductId productId, ReleaseDraft draft) {
        Product product = products.get(reader, productId);
        Model model = model(reader, productId, draft.model());
        refuseTaken(productId, draft, null);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Release release = new Release(
                new ReleaseId(Uuids.next()),
                productId,
                product.name(),
                draft.model(),
                model == null ? null : model.name(),
                draft.version(),
                draft.released(),
                false,
                !product.archived() && (model == null || !model.archived()),
                1,
                now,
                now);
        Taken.refusing(() -> releases.insert(release), () -> taken(draft.version(), false));
        audit.record(
                actor,
                Act.of("release.created", SUBJECT, release.id().toString())
                        .after("product", productId.toString())
                        .after("model", text(release.model()))
                        .after("version", release.version())
                        .after("released", text(release.released())));
        return release;
    }

    /// @param revision  of the release that the person saw
    public Release edit(Actor actor, Reader reader, ReleaseId id, int revision, ReleaseDraft draft) {
        Release before = get(reader, id);
        model(reader, before.product(), draft.model());
        refuseTaken(before.product(), draft, id);
        Release after = changed(before, draft, before.archived());
        Changes changes = new Changes("release.edited", SUBJECT, id.toString())
                .of("version", before.version(), after.version())
                .of("released", before.released(), after.released())
                .of("model", before.model(), after.model());
        return change(actor, reader, before, after, revision, changes);
    }

    /// Archives or restores. Doing it twice changes nothing the second time.
    public Release archive(Actor actor, Reader reader, ReleaseId id, boolean archived) {
        Release before = get(reader, id);
        ReleaseDraft same = new ReleaseDraft(before.version(), before.released(), before.model());
        Changes changes = new Changes(archived ? "release.archived" : "release.restored", SUBJECT, id.toString())
                .of("archived", before.archived(), archived);
        return change(actor, reader, before, changed(before, same, archived), before.revision(), changes);
    }

    private Release changed(Release before, ReleaseDraft draft, boolean archived) {
        return new Release(
                before.id(),
                before.product(),
                before.productName(),
                draft.model(),
                before.modelName(),
                draft.version(),
                draft.released(),
                archived,
                before.inUse(),
                before.revision() + 1,
                before.created(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Release change(Actor actor, Reader reader, Release before, Release after, int revision, Changes changes) {
        if (before.revision() != revision) {
            throw Outdated.of(before.name());
        }
        if (changes.isEmpty()) {
            return before;
        }
        boolean[] done = {false};
        Taken.refusing(() -> done[0] = releases.update(after, revision), () -> taken(after.version(), false));
        if (!done[0]) {
            throw Outdated.of(before.name());
        }
        audit.record(actor, changes.act());
        return get(reader, after.id());
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Release get(Reader reader, ReleaseId id) {
        return releases.find(reader, id).orElseThrow(() -> absent(id));
    }

    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<Release> list(Reader reader, ReleaseFilter filter, @Nullable String after, int limit) {
        products.get(reader, filter.product());
        Cursor cursor = Cursor.parse(after, filter.order(), 2);
        return Slice.of(
                releases.list(reader, filter, cursor, limit + 1),
                limit,
                release -> ReleaseRepository.cursor(filter.order(), release));
    }

    /// Releases whose name as people call them holds the text, newest first.
    @Transactional(readOnly = true)
    public List<Release> search(Reader reader, String text, int most) {
        return releases.search(reader, text, most);
    }

    /// Those in use that were added last.
    @Transactional(readOnly = true)
    public List<Release> latest(Reader reader, int most) {
        return releases.latest(reader, most);
    }

    private @Nullable Model model(Reader reader, ProductId product, @Nullable ModelId id) {
        if (id == null) {
            return null;
        }
        Model model = models.list(reader, product).stream()
                .filter(one -> one.id().equals(id))
                .findAny()
                .orElse(null);
        if (model == null) {
            throw TypedText.refused(
                    "model", "The product has no model \"%s\".".formatted(id), "is not of this product");
        }
        return model;
    }

    private void refuseTaken(ProductId product, ReleaseDraft draft, @Nullable ReleaseId own) {
        releases.findByVersion(product, draft.model(), draft.version())
                .filter(other -> !Objects.equals(other.id(), own))
                .ifPresent(other -> {
                    throw taken(draft.version(), other.archived());
                });
    }

    private static ProblemException taken(String version, boolean archived) {
        return ProblemException.of(
                        Problem.CONFLICT,
                        archived
                                ? "An archived release has the version \"%s\". Restore it, or choose another version."
                                        .formatted(version)
                                : "There is a release of version \"%s\" already.".formatted(version))
                .with("version", "is taken");
    }

    static ProblemException absent(ReleaseId id) {
        return ProblemException.of(Problem.NOT_FOUND, "There is no release \"%s\".".formatted(id));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
