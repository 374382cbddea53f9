package dev.ward.device.intake;

import dev.ward.table.RowNote;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds what a row's names of product, model, release and configuration mean.
final class UnitNames {

    private final Catalogue catalogue;
    private final Mapping mapping;
    private final Consumer<RowNote<Rule>> notes;

    UnitNames(Catalogue catalogue, Mapping mapping, Consumer<RowNote<Rule>> notes) {
        this.catalogue = catalogue;
        this.mapping = mapping;
        this.notes = notes;
    }

    /// The product and the model, by DI or by name.
    Catalogue.Labelled product(Line line) throws Refused {
        Line.Unit unit = line.unit();
        Catalogue.Labelled labelled = catalogue.labelled(line).orElse(null);
        UUID named = catalogue.product(unit.product()).orElse(null);
        if (unit.product() != null && named == null) {
            throw refused(line, Field.PRODUCT, unit.product(), Rule.UNKNOWN_PRODUCT, "Ward has no product %s");
        }
        if (labelled == null && named == null) {
            throw refused(line, Field.DI, di(unit), Rule.NO_PRODUCT, "the DI %s is linked to no product");
        }
        if (labelled != null && named != null && !labelled.product().equals(named)) {
            throw refused(
                    line, Field.PRODUCT, unit.product(), Rule.OTHER_PRODUCT, "the DI is of another product than %s");
        }
        if (labelled == null && unit.di() != null) {
            notes.accept(line.note(mapping, Field.DI, di(unit), Rule.UNKNOWN_DI, "the DI %s is linked to no product"));
        }
        UUID product = labelled == null ? Objects.requireNonNull(named) : labelled.product();
        UUID byLabel = labelled == null ? null : labelled.model();
        if (unit.model() == null) {
            return new Catalogue.Labelled(product, byLabel);
        }
        UUID model = catalogue.model(product, unit.model()).orElse(null);
        if (model == null) {
            throw refused(line, Field.MODEL, unit.model(), Rule.UNKNOWN_MODEL, "the product has no model %s");
        }
        if (byLabel != null && !byLabel.equals(model)) {
            throw refused(line, Field.MODEL, unit.model(), Rule.OTHER_PRODUCT, "the DI is of another model than %s");
        }
        return new Catalogue.Labelled(product, model);
    }

    private static String di(Line.Unit unit) {
        return unit.di() == null ? "" : unit.di().value();
    }

    @Nullable
    UUID release(Line line, Catalogue.Labelled of, @Nullable String version) throws Refused {
        if (version == null || version.equals(Words.UNKNOWN)) {
            return null;
        }
        List<Catalogue.Version> all = catalogue.releases(of.product(), version);
        if (all.isEmpty()) {
            notes.accept(
                    line.note(mapping, Field.RELEASE, version, Rule.UNKNOWN_RELEASE, "the product has no release %s"));
            return null;
        }
        List<Catalogue.Version> fit = all.stream()
                .filter(one ->
                        of.model() == null || one.model() == null || one.model().equals(of.model()))
                .toList();
        if (fit.isEmpty()) {
            throw refused(line, Field.RELEASE, version, Rule.OTHER_MODEL, "the release %s is of another model");
        }
        // That of the model goes before that of all models.
        List<Catalogue.Version> own =
                fit.stream().filter(one -> one.model() != null).toList();
        List<Catalogue.Version> best = of.model() != null && !own.isEmpty() ? own : fit;
        if (best.size() > 1) {
            throw refused(line, Field.RELEASE, version, Rule.AMBIGUOUS_RELEASE, "several models have a release %s");
        }
        return best.getFirst().id();
    }

    @Nullable
    UUID configuration(Line line, UUID product) {
        String name = line.software().configuration();
        UUID found =
                name == null ? null : catalogue.configuration(product, name).orElse(null);
        if (name != null && found == null) {
            notes.accept(line.note(
                    mapping,
                    Field.CONFIGURATION,
                    name,
                    Rule.UNKNOWN_CONFIGURATION,
                    "the product has no configuration %s"));
        }
        return found;
    }

    private Refused refused(Line line, Field field, @Nullable String value, Rule rule, String reason) {
        return new Refused(line.note(mapping, field, value, rule, reason));
    }
}
