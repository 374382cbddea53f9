package dev.ward.device;

import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The fielded units. Every change is in the audit trail or is not made; every change of what is installed, where and
/// in
/// which status is in the device's history.
@Service
@Transactional
public class Devices {

    /// Lists are counted no further where only a count would tell.
    public static final int MOST_COUNTED = DeviceListRepository.MOST_COUNTED;

    private static final int MOST_CHANGES = 200;

    private final DeviceRepository devices;
    private final DeviceListRepository lists;
    private final TallyRepository tally;
    private final HistoryRepository history;
    private final DevicePolicy policy;
    private final ChangeSets changeSets;
    private final AuditTrail audit;
    private final Clock clock;

    Devices(
            DeviceRepository devices,
            DeviceListRepository lists,
            TallyRepository tally,
            HistoryRepository history,
            DevicePolicy policy,
            ChangeSets changeSets,
            AuditTrail audit,
            Clock clock) {
        this.devices = devices;
        this.lists = lists;
        this.tally = tally;
        this.history = history;
        this.policy = policy;
        this.changeSets = changeSets;
        this.audit = audit;
        this.clock = clock;
    }

    /// Adds a device; that it is so counts as confirmed by the person, now.
    ///
    /// @throws ProblemException  when another device has its serial or its UDI, or its parts do not belong together
    public Device create(Actor actor, Reader reader, DeviceDraft draft) {
        DeviceDraft whole = policy.completed(reader, draft);
        Instant now = now();
        long changeSet = changeSets.begin(actor, FactSource.PERSON, null);
        policy.refuseTwins(whole, null);
        DeviceId id = new DeviceId(Uuids.next());
        devices.insert(id, whole, new Device.Confirmation(now, FactSource.PERSON), changeSet, now);
        Device device = get(reader, id);
        audit.record(actor, DeviceActs.created(device));
        return device;
    }

    /// Changes what a device is said to be. What is installed, where it is and in which status then counts as confirmed
    /// by the person, now.
    ///
    /// @param revision  of the device that the person saw
    /// @throws ProblemException  when another device has its serial or its UDI, when its parts do not belong
    ///                           together, or when it was changed in the meantime
    public Device edit(Actor actor, Reader reader, DeviceId id, int revision, DeviceDraft draft) {
        DeviceDraft whole = policy.completed(reader, draft);
        long changeSet = changeSets.begin(actor, FactSource.PERSON, null);
        Device before = get(reader, id);
        if (before.revision() != revision) {
            throw Outdated.of(before.name());
        }
        policy.refuseTwins(whole, id);
        Instant now = now();
        devices.update(id, whole, new Device.Confirmation(now, FactSource.PERSON), changeSet, now);
        Device after = get(reader, id);
        audit.record(actor, DeviceActs.edited(before, after));
        return after;
    }

    /// Writes what somebody else told of a device, on the word of whoever accepted it.
    ///
    /// @param id  null for a device that is new
    /// @throws ProblemException  when another device has its serial or its UDI, or its parts do not belong together
    public Device take(Actor actor, Reader reader, @Nullable DeviceId id, DeviceDraft draft, Told told) {
        DeviceDraft whole = policy.completed(reader, draft);
        long changeSet = changeSets.begin(actor, told.source(), told.id());
        Device before = id == null ? null : get(reader, id);
        policy.refuseTwins(whole, id);
        Device.Confirmation confirmed = new Device.Confirmation(told.at(), told.source());
        // The history takes the beginning from the confirmation.
        Device.Confirmation begun = new Device.Confirmation(beginning(reader, before, told), told.source());
        DeviceId written = id == null ? new DeviceId(Uuids.next()) : id;
        if (before == null) {
            devices.insert(written, whole, begun, changeSet, now());
        } else {
            devices.update(written, whole, begun, changeSet, now());
        }
        devices.confirm(written, confirmed);
        Device after = get(reader, written);
        audit.record(actor, before == null ? DeviceActs.created(after) : DeviceActs.edited(before, after));
        return after;
    }

    /// What was told to be so from a day on that lies before the last known change is so from when it was told: what
    /// was known in between stays.
    private Instant beginning(Reader reader, @Nullable Device before, Told told) {
        Instant since = told.since();
        if (since == null || since.isAfter(told.at())) {
            return told.at();
        }
        return before == null
                        || history.list(reader, before.id(), 1).stream()
                                .noneMatch(last -> last.since().isAfter(since))
                ? since
                : told.at();
    }

    /// Records that what is known of a device is still so.
    public Device confirm(Actor actor, Reader reader, DeviceId id) {
        // What is counted by its confirmation is counted by one at a time.
        changeSets.lock();
        get(reader, id);
        devices.confirm(id, new Device.Confirmation(now(), FactSource.PERSON));
        audit.record(actor, DeviceActs.confirmed(id));
        return get(reader, id);
    }

    /// Takes devices out of use for good; those that are already stay as they are.
    ///
    /// @return how many were changed
    public int decommission(Actor actor, Reader reader, Collection<DeviceId> ids) {
        long changeSet = changeSets.begin(actor, FactSource.PERSON, null);
        List<DeviceId> changed =
                devices.decommission(reader, ids, new Device.Confirmation(now(), FactSource.PERSON), changeSet, now());
        changed.forEach(id -> audit.record(actor, DeviceActs.decommissioned(id)));
        return changed.size();
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Device get(Reader reader, DeviceId id) {
        return devices.find(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no device \"%s\".".formatted(id)));
    }

    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<Device> list(Reader reader, DeviceFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, filter.order(), 2);
        return Slice.of(
                lists.list(reader, filter, cursor, limit + 1),
                limit,
                device -> DeviceSort.cursor(filter.order(), device));
    }

    /// How many devices the filter leaves: exactly by what the tally counts; by text or network, counted no further
    /// than `MOST_COUNTED` + 1.
    @Transactional(readOnly = true)
    public long count(Reader reader, DeviceFilter filter) {
        return lists.count(reader, filter);
    }

    /// How many devices of each status there are, and at how many customers, sites and in how many countries; text and
    /// network are left aside.
    @Transactional(readOnly = true)
    public FleetCounts counts(Reader reader, DeviceFilter filter) {
        return tally.counts(reader, filter);
    }

    /// How a device came to be as it is, the last change first; at most the last 200.
    ///
    /// @throws ProblemException  when there is no such device
    @Transactional(readOnly = true)
    public List<Change> history(Reader reader, DeviceId id) {
        get(reader, id);
        return history.list(reader, id, MOST_CHANGES);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
