package dev.ward.device;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Units without serials: lots with quantities, installations, tenants. What was counted when is kept.
@Service
@Transactional
public class Populations {

    private static final String SUBJECT = "population";

    private final PopulationRepository populations;
    private final Belonging belonging;
    private final ChangeSets changeSets;
    private final AuditTrail audit;
    private final Clock clock;

    Populations(
            PopulationRepository populations,
            Belonging belonging,
            ChangeSets changeSets,
            AuditTrail audit,
            Clock clock) {
        this.populations = populations;
        this.belonging = belonging;
        this.changeSets = changeSets;
        this.audit = audit;
        this.clock = clock;
    }

    /// How many there were at a time.
    public record Count(Instant since, long quantity, boolean estimated) {}

    /// @throws ProblemException  when the same is counted there already, or its parts do not belong together
    public Population create(Actor actor, Reader reader, PopulationDraft draft) {
        PopulationDraft whole = completed(reader, draft);
        PopulationId id = new PopulationId(Uuids.next());
        long changeSet = changeSets.begin(actor, FactSource.PERSON, null);
        Device.Confirmation confirmed = new Device.Confirmation(now(), FactSource.PERSON);
        Taken.refusing(() -> populations.insert(id, whole, confirmed, changeSet), Populations::taken);
        audit.record(actor, changes("population.created", id, null, whole).act());
        return get(reader, id);
    }

    /// Changes what is counted, or counts it again.
    ///
    /// @param revision  of the population that the person saw
    public Population edit(Actor actor, Reader reader, PopulationId id, int revision, PopulationDraft draft) {
        PopulationDraft whole = completed(reader, draft);
        long changeSet = changeSets.begin(actor, FactSource.PERSON, null);
        Population before = get(reader, id);
        if (before.revision() != revision) {
            throw Outdated.of(before.name());
        }
        Device.Confirmation confirmed = new Device.Confirmation(now(), FactSource.PERSON);
        Taken.refusing(() -> populations.update(id, whole, confirmed, changeSet), Populations::taken);
        Changes changes = changes("population.edited", id, before.draft(), whole);
        audit.record(actor, changes.isEmpty() ? Act.of("population.confirmed", SUBJECT, id.toString()) : changes.act());
        return get(reader, id);
    }

    private PopulationDraft completed(Reader reader, PopulationDraft draft) {
        belonging.check(reader, draft.product(), draft.model(), draft.release());
        return draft.in(belonging.country(reader, draft.customer(), draft.site(), draft.country()));
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Population get(Reader reader, PopulationId id) {
        return populations
                .find(reader, id)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no population \"%s\".".formatted(id)));
    }

    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<Population> list(Reader reader, PopulationFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, PopulationFilter.ORDER, 1);
        return Slice.of(
                populations.list(reader, filter, cursor, limit + 1),
                limit,
                one -> Cursor.of(PopulationFilter.ORDER, one.id()));
    }

    /// What was counted when, the last first; at most the last 200.
    @Transactional(readOnly = true)
    public List<Count> counts(Reader reader, PopulationId id) {
        get(reader, id);
        return populations.counts(reader, id);
    }

    private static Changes changes(
            String what, PopulationId id, @Nullable PopulationDraft before, PopulationDraft after) {
        return new Changes(what, SUBJECT, id.toString())
                .of(
                        "kind",
                        before == null ? null : before.kind().word(),
                        after.kind().word())
                .of("product", before == null ? null : before.product(), after.product())
                .of("model", before == null ? null : before.model(), after.model())
                .of("di", before == null ? null : before.di(), after.di())
                .of("lot", before == null ? null : before.lot(), after.lot())
                .of("release", before == null ? null : before.release(), after.release())
                .of("customer", before == null ? null : before.customer(), after.customer())
                .of("site", before == null ? null : before.site(), after.site())
                .of("country", before == null ? null : before.country(), after.country())
                .of(
                        "status",
                        before == null ? null : before.status().word(),
                        after.status().word())
                .of("quantity", before == null ? null : before.quantity(), after.quantity())
                .of("estimated", before == null ? null : before.estimated(), after.estimated())
                .of("manufactured", before == null ? null : before.manufactured(), after.manufactured())
                .of("expires", before == null ? null : before.expires(), after.expires())
                .ofPersonal("reference", before == null ? null : before.reference(), after.reference());
    }

    private static ProblemException taken() {
        return ProblemException.of(
                Problem.CONFLICT,
                "The same is counted there already: of this product, lot, release, customer, site, country and status. Change the quantity there.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
