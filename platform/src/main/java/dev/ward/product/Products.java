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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The products of the manufacturer. Every change is in the audit trail or is not made.
@Service
@Transactional
public class Products {

    private static final String SUBJECT = "product";

    private final ProductRepository products;
    private final ReleaseRepository releases;
    private final AuditTrail audit;
    private final Clock clock;

    Products(ProductRepository products, ReleaseRepository releases, AuditTrail audit, Clock clock) {
        this.products = products;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws ProblemException  when the name is taken
    public Product create(Actor actor, ProductDraft draft) {
        refuseTaken(draft.name(), null);
        Instant now = now();
        Product product = new Product(
                new ProductId(Uuids.next()), draft.name(), draft.family(), draft.description(), false, 1, now, now);
        Taken.refusing(() -> products.insert(product), () -> taken(draft.name(), false));
        audit.record(
                actor,
                Act.of("product.created", SUBJECT, product.id().toString())
                        .after("name", product.name())
                        .after("family", product.family())
                        .after("description", product.description()));
        return product;
    }

    /// @param revision  of the product that the person saw
    /// @throws ProblemException  when the name is taken, or the product was changed in the meantime
    public Product edit(Actor actor, Reader reader, ProductId id, int revision, ProductDraft draft) {
        Product before = get(reader, id);
        refuseTaken(draft.name(), id);
        Product after = new Product(
                id,
                draft.name(),
                draft.family(),
                draft.description(),
                before.archived(),
                before.revision() + 1,
                before.created(),
                now());
        Changes changes = new Changes("product.edited", SUBJECT, id.toString())
                .of("name", before.name(), after.name())
                .of("family", before.family(), after.family())
                .of("description", before.description(), after.description());
        return change(actor, before, after, revision, changes);
    }

    /// Archives or restores. Doing it twice changes nothing the second time.
    public Product archive(Actor actor, Reader reader, ProductId id, boolean archived) {
        Product before = get(reader, id);
        Product after = new Product(
                id,
                before.name(),
                before.family(),
                before.description(),
                archived,
                before.revision() + 1,
                before.created(),
                now());
        Changes changes = new Changes(archived ? "product.archived" : "product.restored", SUBJECT, id.toString())
                .of("archived", before.archived(), archived);
        return change(actor, before, after, before.revision(), changes);
    }

    private Product change(Actor actor, Product before, Product after, int revision, Changes changes) {
        if (before.revision() != revision) {
            throw Outdated.of(before.name());
        }
        if (changes.isEmpty()) {
            return before;
        }
        boolean[] done = {false};
        Taken.refusing(() -> done[0] = products.update(after, revision), () -> taken(after.name(), false));
        if (!done[0]) {
            throw Outdated.of(before.name());
        }
        audit.record(actor, changes.act());
        return after;
    }

    @Transactional(readOnly = true)
    public Optional<Product> find(Reader reader, ProductId id) {
        return products.find(reader, id);
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Product get(Reader reader, ProductId id) {
        return products.find(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no product \"%s\".".formatted(id)));
    }

    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<ProductLine> list(Reader reader, ProductFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, filter.order(), 2);
        return Slice.of(
                products.list(reader, filter, cursor, limit + 1),
                limit,
                line -> ProductRepository.cursor(filter.order(), line));
    }

    /// The families in use, by name.
    @Transactional(readOnly = true)
    public List<String> families(Reader reader) {
        return products.families(reader);
    }

    /// For other modules: whoever asks has been let in by its own permission.
    ///
    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Release getRelease(ReleaseId id) {
        return releases.find(Reader.machine("release"), id).orElseThrow(() -> Releases.absent(id));
    }

    private void refuseTaken(String name, @Nullable ProductId own) {
        products.findByName(name)
                .filter(other -> !Objects.equals(other.id(), own))
                .ifPresent(other -> {
                    throw taken(name, other.archived());
                });
    }

    private static ProblemException taken(String name, boolean archived) {
        return ProblemException.of(
                        Problem.CONFLICT,
                        archived
                                ? "An archived product has the name \"%s\". Restore it, or choose another name."
                                        .formatted(name)
                                : "Another product has the name \"%s\".".formatted(name))
                .with("name", "is taken");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
