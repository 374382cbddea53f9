package dev.ward.lifecycle;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.customer.CustomerId;
import dev.ward.customer.Customers;
import dev.ward.database.Uuids;
import dev.ward.device.DeviceId;
import dev.ward.device.Devices;
import dev.ward.identity.Reader;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.web.Cursor;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.Taken;
import dev.ward.web.TypedText;
import dev.ward.web.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was done in a release's life beside its stages: production, end of support, decommissioning.
@Service
@Transactional
public class Records {

    private static final SortOrder LAST_FIRST = SortOrder.descending("number");
    private static final int MOST_NAMED = 5;
    private static final int MOST_VERSIONS = 50;

    private final RecordRepository records;
    private final Markets markets;
    private final Releases releases;
    private final Customers customers;
    private final Devices devices;
    private final AuditTrail audit;
    private final Clock clock;

    Records(
            RecordRepository records,
            Markets markets,
            Releases releases,
            Customers customers,
            Devices devices,
            AuditTrail audit,
            Clock clock) {
        this.records = records;
        this.markets = markets;
        this.releases = releases;
        this.customers = customers;
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    /// Records something of a release; for devices one entry for each serial number, all or none.
    ///
    /// @return how many entries were made
    /// @throws ProblemException  when a serial number is of no device of the product, or of several
    public int add(Actor actor, Reader reader, ReleaseId id, RecordDraft draft) {
        return record(actor, reader, id, draft).size();
    }

    /// Records how the data and credentials of devices were removed, and takes the devices out of use for good.
    ///
    /// @return how many entries were made
    /// @throws ProblemException  as [#add] does; and when something else is recorded than a removal
    public int decommission(Actor actor, Reader reader, ReleaseId id, RecordDraft draft) {
        if (draft.kind() != RecordKind.REMOVAL) {
            throw TypedText.refused(
                    "decommission",
                    "Devices are decommissioned with the removal of their data and credentials.",
                    "goes with a removal of data and credentials alone");
        }
        List<DeviceId> gone = record(actor, reader, id, draft).stream()
                .map(device -> new DeviceId(Objects.requireNonNull(device)))
                .toList();
        devices.decommission(actor, reader, gone);
        return gone.size();
    }

    private List<@Nullable UUID> record(Actor actor, Reader reader, ReleaseId id, RecordDraft draft) {
        Release release = releases.get(reader, id);
        Market market = markets.named(draft.market());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (draft.happened().isAfter(market.today(now))) {
            throw TypedText.refused(
                    "happened",
                    "\"%s\" has not come yet; what is recorded has happened.".formatted(draft.happened()),
                    "lies in the future");
        }
        CustomerId customer = draft.customer();
        if (customer != null) {
            customers.get(reader, customer);
        }
        UUID replaced = draft.replaces();
        if (replaced != null && !records.replaceable(replaced, draft.kind(), release.product())) {
            throw notReplaceable(replaced);
        }
        List<@Nullable UUID> about = about(reader, release, draft);
        Taken.refusing(
                () -> insert(actor, release, market, draft, about, now),
                () -> notReplaceable(
                        Objects.requireNonNullElse(replaced, release.id().value())));
        audit.record(actor, act(release, market, draft, about.size()));
        return about;
    }

    private void insert(
            Actor actor, Release release, Market market, RecordDraft draft, List<@Nullable UUID> about, Instant now) {
        boolean ofModel = draft.kind().about() == RecordKind.About.MODEL;
        for (UUID device : about) {
            records.insert(
                    Uuids.next(),
                    release.product(),
                    release.model(),
                    ofModel ? null : release.id(),
                    market,
                    draft,
                    device,
                    actor,
                    now);
        }
    }

    /// The devices that an entry each is made of; one null for a single entry of none.
    private List<@Nullable UUID> about(Reader reader, Release release, RecordDraft draft) {
        List<@Nullable UUID> about = new ArrayList<>();
        if (draft.kind().about() != RecordKind.About.DEVICES) {
            about.add(null);
            return about;
        }
        Map<String, List<UUID>> known = records.devices(reader, release.product(), draft.serials());
        List<String> wrong = draft.serials().stream()
                .filter(serial -> known.getOrDefault(serial, List.of()).size() != 1)
                .toList();
        if (!wrong.isEmpty()) {
            String named = String.join(", ", wrong.subList(0, Math.min(MOST_NAMED, wrong.size())));
            throw TypedText.refused(
                    "serials",
                    "%d of %d serial numbers are not those of exactly one device of \"%s\": %s. Nothing was recorded."
                            .formatted(wrong.size(), draft.serials().size(), release.productName(), named),
                    "names %s of which Ward does not know exactly one device: %s"
                            .formatted(Words.counted(wrong.size(), "serial number", "serial numbers"), named));
        }
        draft.serials()
                .forEach(serial ->
                        about.add(known.getOrDefault(serial, List.of()).getFirst()));
        return about;
    }

    private static ProblemException notReplaceable(UUID id) {
        return TypedText.refused(
                "replaces",
                "There is no entry \"%s\" that could be replaced; it may have been replaced already.".formatted(id),
                "is not an entry that stands");
    }

    private static Act act(Release release, Market market, RecordDraft draft, int entries) {
        Act act = Act.of("lifecycle.recorded", "release", release.id().toString())
                .after("kind", draft.kind().word())
                .after("market", market.code())
                .after("happened", draft.happened().toString())
                .after("reference", draft.reference())
                .after(
                        "customer",
                        draft.customer() == null ? null : draft.customer().toString())
                .after("entries", Integer.toString(entries));
        for (Map.Entry<String, String> text : draft.texts().entrySet()) {
            act = act.after(text.getKey(), text.getValue()).personal(text.getKey());
        }
        return act;
    }

    /// The entries of a kind that stand, the last first; of instructions, those of the release's model.
    @Transactional(readOnly = true)
    public Slice<LifeRecord> list(Reader reader, RecordKind kind, ReleaseId id, @Nullable String after, int limit) {
        Release release = releases.get(reader, id);
        if (kind.about() == RecordKind.About.MODEL) {
            return new Slice<>(records.ofModel(reader, release.product(), release.model(), MOST_VERSIONS), null);
        }
        return slice(reader, kind, id, after, limit);
    }

    /// The entries of a kind of all releases, the last first.
    @Transactional(readOnly = true)
    public Slice<LifeRecord> list(Reader reader, RecordKind kind, @Nullable String after, int limit) {
        return slice(reader, kind, null, after, limit);
    }

    private Slice<LifeRecord> slice(
            Reader reader, RecordKind kind, @Nullable ReleaseId release, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, LAST_FIRST, 1);
        long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        return Slice.of(
                records.list(reader, kind, release, before, limit + 1),
                limit,
                one -> Cursor.of(LAST_FIRST, one.number()));
    }
}
