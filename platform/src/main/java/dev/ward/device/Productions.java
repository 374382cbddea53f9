package dev.ward.device;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.Taken;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was made: lots and stretches of serials with their quantities.
@Service
@Transactional
public class Productions {

    /// The last made first.
    public static final SortOrder ORDER = SortOrder.descending("manufactured");

    private final ProductionRepository productions;
    private final Belonging belonging;
    private final AuditTrail audit;
    private final Clock clock;

    Productions(ProductionRepository productions, Belonging belonging, AuditTrail audit, Clock clock) {
        this.productions = productions;
        this.belonging = belonging;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws ProblemException  when its parts do not belong together, or it is there already
    public Production create(Actor actor, Reader reader, ProductionDraft draft) {
        belonging.check(reader, draft.product(), draft.model(), null);
        ProductionId id = new ProductionId(Uuids.next());
        Taken.refusing(
                () -> productions.insert(id, draft, clock.instant().truncatedTo(ChronoUnit.MICROS)),
                () -> ProblemException.of(
                                Problem.CONFLICT,
                                "Units of this reference, product, lot and first serial are there already.")
                        .with("reference", "is there already"));
        audit.record(
                actor,
                Act.of("production.created", "production", id.toString())
                        .after("product", draft.product().toString())
                        .after("model", Objects.toString(draft.model(), null))
                        .after("di", draft.di())
                        .after("lot", draft.lot())
                        .after("serialFrom", draft.serialFrom())
                        .after("serialTo", draft.serialTo())
                        .after("quantity", Long.toString(draft.quantity()))
                        .after("manufactured", draft.manufactured().toString())
                        .after("expires", Objects.toString(draft.expires(), null))
                        .after("lifeMonths", Objects.toString(draft.lifeMonths(), null))
                        .after("reference", draft.reference()));
        return get(reader, id);
    }

    /// Cancels what was entered by mistake: it counts no more, and stays readable. Doing it twice changes nothing the
    /// second time.
    public Production cancel(Actor actor, Reader reader, ProductionId id) {
        get(reader, id);
        if (productions.cancel(id, clock.instant())) {
            audit.record(actor, Act.of("production.cancelled", "production", id.toString()));
        }
        return get(reader, id);
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Production get(Reader reader, ProductionId id) {
        return productions
                .find(reader, id)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no production of the id \"%s\".".formatted(id)));
    }

    /// @param product  null for all
    /// @param after    the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<Production> list(Reader reader, @Nullable ProductId product, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, ORDER, 2);
        return Slice.of(
                productions.list(reader, product, cursor, limit + 1),
                limit,
                one -> Cursor.of(ORDER, one.manufactured(), one.id()));
    }
}
