package dev.ward.product;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Changes;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.product.ConfigurationDraft.Running;
import dev.ward.web.Cursor;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.Taken;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What runs together in devices.
@Service
@Transactional
public class Configurations {

    private static final String SUBJECT = "configuration";
    private static final SortOrder ORDER = SortOrder.ascending("name");

    private final ConfigurationRepository configurations;
    private final Products products;
    private final Models models;
    private final Releases releases;
    private final AuditTrail audit;
    private final Clock clock;

    Configurations(
            ConfigurationRepository configurations,
            Products products,
            Models models,
            Releases releases,
            AuditTrail audit,
            Clock clock) {
        this.configurations = configurations;
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws ProblemException  when the product has a configuration of the name, or a part does not fit
    public Configuration create(Actor actor, Reader reader, ProductId product, ConfigurationDraft draft) {
        products.get(reader, product);
        check(reader, product, draft);
        refuseTaken(product, draft.name(), null);
        ConfigurationId id = new ConfigurationId(Uuids.next());
        Taken.refusing(() -> configurations.insert(id, product, draft, now()), () -> taken(draft.name()));
        audit.record(
                actor,
                Act.of("configuration.created", SUBJECT, id.toString())
                        .after("product", product.toString())
                        .after(
                                "model",
                                draft.model() == null ? null : draft.model().toString())
                        .after("name", draft.name())
                        .after("status", draft.status().name())
                        .after("note", draft.note())
                        .after("releases", releases(draft))
                        .after("options", options(draft))
                        .after("platforms", platforms(draft)));
        return get(reader, id);
    }

    /// @param revision  of the configuration that the person saw
    public Configuration edit(Actor actor, Reader reader, ConfigurationId id, int revision, ConfigurationDraft draft) {
        Configuration before = get(reader, id);
        check(reader, before.product(), draft);
        refuseTaken(before.product(), draft.name(), id);
        ConfigurationDraft old = before.draft();
        Changes changes = new Changes("configuration.edited", SUBJECT, id.toString())
                .of("name", old.name(), draft.name())
                .of("model", old.model(), draft.model())
                .of("status", old.status(), draft.status())
                .of("note", old.note(), draft.note())
                .of("releases", releases(old), releases(draft))
                .of("options", options(old), options(draft))
                .of("platforms", platforms(old), platforms(draft));
        return change(actor, reader, before, revision, draft, before.archived(), changes);
    }

    /// Archives or restores. Doing it twice changes nothing the second time.
    public Configuration archive(Actor actor, Reader reader, ConfigurationId id, boolean archived) {
        Configuration before = get(reader, id);
        Changes changes = new Changes(
                        archived ? "configuration.archived" : "configuration.restored", SUBJECT, id.toString())
                .of("archived", before.archived(), archived);
        return change(actor, reader, before, before.revision(), before.draft(), archived, changes);
    }

    private Configuration change(
            Actor actor,
            Reader reader,
            Configuration before,
            int revision,
            ConfigurationDraft draft,
            boolean archived,
            Changes changes) {
        if (before.revision() != revision) {
            throw Outdated.of(before.name());
        }
        if (changes.isEmpty()) {
            return before;
        }
        boolean[] done = {false};
        Taken.refusing(
                () -> done[0] = configurations.update(before.id(), draft, archived, revision, now()),
                () -> taken(draft.name()));
        if (!done[0]) {
            throw Outdated.of(before.name());
        }
        audit.record(actor, changes.act());
        return get(reader, before.id());
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Configuration get(Reader reader, ConfigurationId id) {
        return configurations
                .find(reader, id)
                .orElseThrow(() ->
                        ProblemException.of(Problem.NOT_FOUND, "There is no configuration \"%s\".".formatted(id)));
    }

    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<ConfigurationLine> list(Reader reader, ConfigurationFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, ORDER, 2);
        return Slice.of(
                configurations.list(reader, filter, cursor, limit + 1),
                limit,
                line -> Cursor.of(ORDER, line.name(), line.id()));
    }

    /// The model is one of the product; the releases may be of any product of ours, as a device is made of several.
    private void check(Reader reader, ProductId product, ConfigurationDraft draft) {
        ModelId model = draft.model();
        if (model != null && !models.get(reader, model).product().equals(product)) {
            throw TypedText.refused(
                    "model", "The model \"%s\" is of another product.".formatted(model), "is of another product");
        }
        for (Running one : draft.releases()) {
            releases.get(reader, one.release());
        }
    }

    private void refuseTaken(ProductId product, String name, @Nullable ConfigurationId own) {
        configurations
                .findByName(product, name)
                .filter(other -> !other.equals(own))
                .ifPresent(other -> {
                    throw taken(name);
                });
    }

    private static ProblemException taken(String name) {
        return ProblemException.of(
                        Problem.CONFLICT, "The product has a configuration of the name \"%s\" already.".formatted(name))
                .with("name", "is taken");
    }

    private static @Nullable String releases(ConfigurationDraft draft) {
        return nothing(draft.releases().stream()
                .map(one -> one.release() + (one.part() == null ? "" : " (" + one.part() + ")"))
                .sorted()
                .collect(Collectors.joining(", ")));
    }

    private static @Nullable String options(ConfigurationDraft draft) {
        return nothing(draft.options().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(", ")));
    }

    private static @Nullable String platforms(ConfigurationDraft draft) {
        return nothing(draft.platforms().stream().map(Platform::toString).collect(Collectors.joining(", ")));
    }

    private static @Nullable String nothing(String text) {
        return text.isEmpty() ? null : text;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
