package dev.ward.device;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.customer.Customers;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Taken;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was shipped to whom, and what came back; kept apart from where units are now.
@Service
@Transactional
public class Shipments {

    private static final int MOST_OF_DEVICE = 50;

    /// Zones run ahead of UTC by this much.
    private static final int EARLIEST_ZONE_HOURS = 14;

    private final ShipmentRepository shipments;
    private final Belonging belonging;
    private final Customers customers;
    private final ChangeSets changeSets;
    private final AuditTrail audit;
    private final Clock clock;

    Shipments(
            ShipmentRepository shipments,
            Belonging belonging,
            Customers customers,
            ChangeSets changeSets,
            AuditTrail audit,
            Clock clock) {
        this.shipments = shipments;
        this.belonging = belonging;
        this.customers = customers;
        this.changeSets = changeSets;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws ProblemException  when its parts do not belong together, it lies in the future, it is there already, or
    /// a
    ///                           serial was shipped and has not come back
    public Shipment create(Actor actor, Reader reader, ShipmentDraft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.ofHours(EARLIEST_ZONE_HOURS));
        if (draft.moved().isAfter(latest)) {
            throw TypedText.refused(
                    "moved", "A shipment of %s lies in the future.".formatted(draft.moved()), "lies in the future");
        }
        belonging.check(reader, draft.product(), draft.model(), draft.release());
        String country = belonging.country(reader, draft.customer(), draft.site(), draft.country());
        if (draft.via() != null) {
            customers.get(reader, draft.via());
        }
        changeSets.lock();
        if (draft.kind() == ShipmentKind.SHIPMENT && !draft.serials().isEmpty()) {
            refuseShipped(draft);
        }
        ShipmentId id = new ShipmentId(Uuids.next());
        Taken.refusing(() -> shipments.insert(id, draft, country, now), Shipments::taken);
        audit.record(actor, created(id, draft, country));
        return get(reader, id);
    }

    private void refuseShipped(ShipmentDraft draft) {
        List<String> out = shipments.out(draft.product(), draft.serials());
        if (!out.isEmpty()) {
            throw ProblemException.of(
                            Problem.CONFLICT,
                            "Shipped before, and not returned since: %s. Enter the return first, or leave them out."
                                    .formatted(String.join("; ", out)))
                    .with("serials", "hold some that are shipped");
        }
    }

    /// Cancels a shipment that was entered by mistake: it counts no more, and stays readable. Doing it twice changes
    /// nothing the second time.
    public Shipment cancel(Actor actor, Reader reader, ShipmentId id) {
        get(reader, id);
        if (shipments.cancel(id, clock.instant())) {
            audit.record(actor, Act.of("shipment.cancelled", "shipment", id.toString()));
        }
        return get(reader, id);
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Shipment get(Reader reader, ShipmentId id) {
        return shipments
                .find(reader, id)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no shipment \"%s\".".formatted(id)));
    }

    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<Shipment> list(Reader reader, ShipmentFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, ShipmentFilter.ORDER, 2);
        return Slice.of(
                shipments.list(reader, filter, cursor, limit + 1),
                limit,
                one -> Cursor.of(ShipmentFilter.ORDER, one.moved(), one.id()));
    }

    /// The shipments and returns that name a device by its serial, the last first; at most the last 50.
    @Transactional(readOnly = true)
    public List<Shipment> ofDevice(Reader reader, Device device) {
        return device.identity().serial() == null
                ? List.of()
                : shipments.ofDevice(reader, device.identity(), MOST_OF_DEVICE);
    }

    /// The serials of a shipment in their order, the first 10,000; empty when it has none.
    @Transactional(readOnly = true)
    public List<String> serials(Reader reader, ShipmentId id) {
        get(reader, id);
        return shipments.serials(reader, id, ShipmentDraft.MOST_SERIALS);
    }

    private static Act created(ShipmentId id, ShipmentDraft draft, @Nullable String country) {
        return Act.of("shipment.created", "shipment", id.toString())
                .after("kind", draft.kind().word())
                .after("moved", draft.moved().toString())
                .after("product", draft.product().toString())
                .after("model", Objects.toString(draft.model(), null))
                .after("di", draft.di())
                .after("lot", draft.lot())
                .after("release", Objects.toString(draft.release(), null))
                .after("quantity", Objects.toString(draft.quantity(), null))
                .after("serials", draft.serials().isEmpty() ? null : String.join(" ", draft.serials()))
                .after("customer", draft.customer().toString())
                .after("site", Objects.toString(draft.site(), null))
                .after("via", Objects.toString(draft.via(), null))
                .after("country", country)
                .after("reference", draft.reference());
    }

    private static ProblemException taken() {
        return ProblemException.of(
                        Problem.CONFLICT,
                        "A shipment of this reference, product, lot, day and consignee is there already.")
                .with("reference", "is there already");
    }
}
