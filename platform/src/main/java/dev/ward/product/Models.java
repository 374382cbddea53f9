package dev.ward.product;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Changes;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Taken;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The models of products.
@Service
@Transactional
public class Models {

    private static final String SUBJECT = "model";

    private final ModelRepository models;
    private final Products products;
    private final AuditTrail audit;
    private final Clock clock;

    Models(ModelRepository models, Products products, AuditTrail audit, Clock clock) {
        this.models = models;
        this.products = products;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws ProblemException  when the product has a model of the name
    public Model create(Actor actor, Reader reader, ProductId product, String name) {
        products.get(reader, product);
        Model model = new Model(new ModelId(Uuids.next()), product, words(name), false, 1);
        refuseTaken(product, model.name(), null);
        Taken.refusing(() -> models.insert(model, clock.instant()), () -> taken(model.name()));
        audit.record(
                actor,
                Act.of("model.created", SUBJECT, model.id().toString())
                        .after("name", model.name())
                        .after("product", product.toString()));
        return model;
    }

    /// @param revision  of the model that the person saw
    public Model rename(Actor actor, Reader reader, ModelId id, int revision, String name) {
        Model before = get(reader, id);
        Model after = new Model(id, before.product(), words(name), before.archived(), before.revision() + 1);
        refuseTaken(before.product(), after.name(), id);
        Changes changes = new Changes("model.edited", SUBJECT, id.toString()).of("name", before.name(), after.name());
        return change(actor, before, after, revision, changes);
    }

    /// Archives or restores. Doing it twice changes nothing the second time.
    public Model archive(Actor actor, Reader reader, ModelId id, boolean archived) {
        Model before = get(reader, id);
        Model after = new Model(id, before.product(), before.name(), archived, before.revision() + 1);
        Changes changes = new Changes(archived ? "model.archived" : "model.restored", SUBJECT, id.toString())
                .of("archived", before.archived(), archived);
        return change(actor, before, after, before.revision(), changes);
    }

    private Model change(Actor actor, Model before, Model after, int revision, Changes changes) {
        if (before.revision() != revision) {
            throw Outdated.of(before.name());
        }
        if (changes.isEmpty()) {
            return before;
        }
        boolean[] done = {false};
        Taken.refusing(() -> done[0] = models.update(after, revision, clock.instant()), () -> taken(after.name()));
        if (!done[0]) {
            throw Outdated.of(before.name());
        }
        audit.record(actor, changes.act());
        return after;
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Model get(Reader reader, ModelId id) {
        return models.find(reader, id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no model \"%s\".".formatted(id)));
    }

    /// All models of a product, by name; the archived too.
    @Transactional(readOnly = true)
    public List<Model> list(Reader reader, ProductId product) {
        return models.list(reader, product);
    }

    private static String words(String name) {
        return TypedText.required("name", name, ProductDraft.LONGEST_NAME);
    }

    private void refuseTaken(ProductId product, String name, @Nullable ModelId own) {
        models.findByName(product, name)
                .filter(other -> !Objects.equals(other.id(), own))
                .ifPresent(other -> {
                    throw taken(name);
                });
    }

    private static ProblemException taken(String name) {
        return ProblemException.of(
                        Problem.CONFLICT, "The product has a model of the name \"%s\" already.".formatted(name))
                .with("name", "is taken");
    }
}
