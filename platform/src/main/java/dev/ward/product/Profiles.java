package dev.ward.product;

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
import dev.ward.web.SortOrder;
import dev.ward.web.Taken;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What models are for, in versions. A product that has no models has a profile of its own.
@Service
@Transactional
public class Profiles {

    private static final SortOrder NEWEST = SortOrder.descending("version");

    private final ProfileRepository profiles;
    private final Products products;
    private final Models models;
    private final AuditTrail audit;
    private final Clock clock;

    Profiles(ProfileRepository profiles, Products products, Models models, AuditTrail audit, Clock clock) {
        this.profiles = profiles;
        this.products = products;
        this.models = models;
        this.audit = audit;
        this.clock = clock;
    }

    /// Finds out of which device type a model's id speaks.
    ///
    /// @throws ProblemException  when there is no such model
    @Transactional(readOnly = true)
    public DeviceType type(Reader reader, ModelId model) {
        return DeviceType.of(models.get(reader, model));
    }

    /// As people call it: "Infusion pump", "Infusion pump Model S".
    @Transactional(readOnly = true)
    public String name(Reader reader, DeviceType of) {
        String product = products.get(reader, of.product()).name();
        return of.model() == null
                ? product
                : product + " " + models.get(reader, of.model()).name();
    }

    /// The version that holds; empty when nobody has said anything yet.
    @Transactional(readOnly = true)
    public Optional<ProfileVersion> find(Reader reader, DeviceType of) {
        name(reader, of);
        return profiles.newest(reader, of);
    }

    /// @throws ProblemException  when there is no such version
    @Transactional(readOnly = true)
    public ProfileVersion get(Reader reader, DeviceType of, int version) {
        name(reader, of);
        return profiles.find(reader, of, version)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "The profile has no version \"%d\".".formatted(version)));
    }

    /// The newest first.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<ProfileVersion> versions(Reader reader, DeviceType of, @Nullable String after, int limit) {
        name(reader, of);
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        int from = cursor == null
                ? Integer.MAX_VALUE
                : Math.toIntExact(Math.clamp(cursor.number(0), 0, Integer.MAX_VALUE));
        return Slice.of(
                profiles.list(reader, of, from, limit + 1), limit, version -> Cursor.of(NEWEST, version.version() - 1));
    }

    /// What the second version says otherwise than the first.
    @Transactional(readOnly = true)
    public List<Difference> compare(Reader reader, DeviceType of, int from, int to) {
        return Difference.between(
                get(reader, of, from).profile(), get(reader, of, to).profile());
    }

    /// Saves one part. Whoever saved another part in the meantime is not in the way.
    ///
    /// @param seen  the version that the person saw; 0 when there was none
    /// @return the version that holds now; the one before when nothing differs
    /// @throws ProblemException  when the part was changed in the meantime
    public ProfileVersion save(Actor actor, Reader reader, DeviceType of, int seen, ProfilePart part) {
        ProfileVersion current = find(reader, of).orElse(null);
        Profile before = current == null ? Profile.UNSAID : current.profile();
        if (number(current) != seen) {
            Profile known = seen == 0 ? Profile.UNSAID : get(reader, of, seen).profile();
            if (!known.part(part.section()).equals(before.part(part.section()))) {
                throw Outdated.of(name(reader, of));
            }
        }
        return save(actor, reader, of, current, part.section(), before.with(part));
    }

    /// Saves all parts at once.
    ///
    /// @param seen  the version that the asker saw; 0 when there was none
    public ProfileVersion replace(Actor actor, Reader reader, DeviceType of, int seen, Profile profile) {
        ProfileVersion current = find(reader, of).orElse(null);
        if (number(current) != seen) {
            throw Outdated.of(name(reader, of));
        }
        return save(actor, reader, of, current, null, profile);
    }

    private ProfileVersion save(
            Actor actor,
            Reader reader,
            DeviceType of,
            @Nullable ProfileVersion current,
            @Nullable ProfileSection section,
            Profile profile) {
        refuseBesideModels(reader, of);
        Changes changes = new Changes("profile.saved", of.kind(), of.id());
        List<Difference> differences =
                Difference.between(current == null ? Profile.UNSAID : current.profile(), profile);
        if (differences.isEmpty() && current != null) {
            return current;
        }
        differences.forEach(one -> changes.of(one.name(), one.before(), one.after()));
        ProfileVersion version = new ProfileVersion(
                of, number(current) + 1, section, profile, clock.instant().truncatedTo(ChronoUnit.MICROS), actor);
        Taken.refusing(() -> profiles.insert(Uuids.next(), version), () -> Outdated.of(name(reader, of)));
        audit.record(actor, changes.act().after("version", Integer.toString(version.version())));
        return version;
    }

    private void refuseBesideModels(Reader reader, DeviceType of) {
        if (of.model() == null && !models.list(reader, of.product()).isEmpty()) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "The product has models. Each of them has a profile of its own; the product's stays as it was.");
        }
    }

    private static int number(@Nullable ProfileVersion version) {
        return version == null ? 0 : version.version();
    }
}
