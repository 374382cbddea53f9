package dev.ward.product;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Changes;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.product.LinkedIdentifier.Origin;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.web.Cursor;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.Taken;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The device identifiers (UDI-DI) of our products. One belongs to one product.
@Service
@Transactional
public class DeviceIdentifiers {

    private static final String SUBJECT = "device-identifier";
    private static final SortOrder ORDER = SortOrder.ascending("di");

    private final IdentifierRepository identifiers;
    private final Products products;
    private final Models models;
    private final Releases releases;
    private final AuditTrail audit;
    private final Clock clock;

    DeviceIdentifiers(
            IdentifierRepository identifiers,
            Products products,
            Models models,
            Releases releases,
            AuditTrail audit,
            Clock clock) {
        this.identifiers = identifiers;
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws ProblemException  when the identifier is linked already, or the model or a release is of another product
    public LinkedIdentifier link(Actor actor, Reader reader, ProductId product, IdentifierDraft draft) {
        return link(actor, reader, product, draft, Origin.ENTERED);
    }

    /// The same, saying where it was learnt.
    public LinkedIdentifier link(Actor actor, Reader reader, ProductId product, IdentifierDraft draft, Origin origin) {
        products.get(reader, product);
        check(reader, product, draft);
        refuseTaken(draft.di(), null);
        IdentifierId id = new IdentifierId(Uuids.next());
        Taken.refusing(
                () -> identifiers.insert(
                        id, product, draft, origin, clock.instant().truncatedTo(ChronoUnit.MICROS)),
                () -> taken(draft.di(), null));
        LinkedIdentifier linked = get(reader, id);
        Act act = Act.of("device-identifier.linked", SUBJECT, id.toString())
                .after("agency", draft.di().agency().name())
                .after("di", draft.di().value())
                .after("kind", draft.kind().name())
                .after("product", product.toString())
                .after("model", text(draft.model()))
                .after("releases", releases(linked))
                .after("markets", markets(linked))
                .after("from", text(draft.from()))
                .after("to", text(draft.to()))
                .after("contains", text(draft.contains()))
                .after("quantity", text(draft.quantity()))
                .after("origin", origin.name());
        audit.record(actor, act);
        return linked;
    }

    /// @param revision  of the identifier that the person saw
    public LinkedIdentifier edit(Actor actor, Reader reader, IdentifierId id, int revision, IdentifierDraft draft) {
        LinkedIdentifier before = get(reader, id);
        if (before.revision() != revision) {
            throw Outdated.of(before.di().value());
        }
        check(reader, before.product(), draft);
        refuseTaken(draft.di(), id);
        if (draft.equals(before.draft())) {
            return before;
        }
        boolean[] done = {false};
        Taken.refusing(
                () -> done[0] = identifiers.update(
                        id, before.product(), draft, revision, clock.instant().truncatedTo(ChronoUnit.MICROS)),
                () -> taken(draft.di(), null));
        if (!done[0]) {
            throw Outdated.of(before.di().value());
        }
        LinkedIdentifier after = get(reader, id);
        Changes changes = new Changes("device-identifier.edited", SUBJECT, id.toString())
                .of("agency", before.di().agency(), after.di().agency())
                .of("di", before.di().value(), after.di().value())
                .of("kind", before.kind(), after.kind())
                .of("model", before.model(), after.model())
                .of("releases", releases(before), releases(after))
                .of("markets", markets(before), markets(after))
                .of("from", before.from(), after.from())
                .of("to", before.to(), after.to())
                .of("contains", before.contains(), after.contains())
                .of("quantity", before.quantity(), after.quantity());
        if (!changes.isEmpty()) {
            audit.record(actor, changes.act());
        }
        return after;
    }

    /// Takes the link away; that it was there stays in the trail.
    public void unlink(Actor actor, Reader reader, IdentifierId id) {
        LinkedIdentifier before = get(reader, id);
        identifiers.delete(id);
        audit.record(
                actor,
                Act.of("device-identifier.unlinked", SUBJECT, id.toString())
                        .before("agency", before.di().agency().name())
                        .before("di", before.di().value())
                        .before("product", before.product().toString())
                        .before("model", text(before.model()))
                        .before("releases", releases(before)));
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public LinkedIdentifier get(Reader reader, IdentifierId id) {
        return identifiers
                .find(reader, id)
                .orElseThrow(() ->
                        ProblemException.of(Problem.NOT_FOUND, "There is no device identifier \"%s\".".formatted(id)));
    }

    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<LinkedIdentifier> list(Reader reader, IdentifierFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, ORDER, 2);
        return Slice.of(
                identifiers.list(reader, filter, spelled(filter.text()).orElse(null), cursor, limit + 1),
                limit,
                one -> Cursor.of(ORDER, one.di().value(), one.id()));
    }

    /// The identifier that a text spells in any way; empty when it spells none.
    public static Optional<DeviceIdentifier> spelled(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IdentifierDraft.read("di", text));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private void check(Reader reader, ProductId product, IdentifierDraft draft) {
        ModelId model = draft.model();
        if (model != null && !models.get(reader, model).product().equals(product)) {
            throw TypedText.refused(
                    "model", "The model \"%s\" is of another product.".formatted(model), "is of another product");
        }
        for (ReleaseId id : draft.releases()) {
            Release release = releases.get(reader, id);
            if (!release.product().equals(product) || (model != null && !model.equals(release.model()))) {
                throw TypedText.refused(
                        "releases",
                        "\"%s\" is no release of what the identifier stands on.".formatted(release.name()),
                        "are not of the model");
            }
        }
    }

    private void refuseTaken(DeviceIdentifier di, @Nullable IdentifierId own) {
        identifiers.findByDi(di).filter(other -> !other.id().equals(own)).ifPresent(other -> {
            throw taken(di, other.bearer());
        });
    }

    /// @param bearer  on what it stands; null when that is not known
    private static ProblemException taken(DeviceIdentifier di, @Nullable String bearer) {
        return ProblemException.of(
                        Problem.CONFLICT,
                        "The device identifier \"%s\" of %s is linked already; one stands on one product."
                                        .formatted(di.value(), di.agency())
                                + (bearer == null ? "" : " It is linked to \"%s\".".formatted(bearer)))
                .with("di", "is linked already" + (bearer == null ? "" : " to \"%s\"".formatted(bearer)));
    }

    private static @Nullable String releases(LinkedIdentifier of) {
        String words = of.releases().stream().map(tied -> tied.id().toString()).collect(Collectors.joining(" "));
        return words.isEmpty() ? null : words;
    }

    private static @Nullable String markets(LinkedIdentifier of) {
        return of.markets().isEmpty() ? null : String.join(" ", of.markets());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /// All of a type, for its page; at most so many as one slice holds.
    @Transactional(readOnly = true)
    public List<LinkedIdentifier> of(Reader reader, DeviceType type) {
        return list(reader, IdentifierFilter.of(type), null, Slice.MOST).items();
    }
}
