package dev.ward.device.intake;

import dev.ward.table.RowNote;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds what the names of rows mean; a row with one that means nothing is refused.
final class Resolution {

    private final Catalogue catalogue;
    private final Consignees consignees;
    private final UnitNames units;
    private final PlaceNames places;
    private final Consumer<RowNote<Rule>> notes;

    Resolution(
            Catalogue catalogue,
            Consignees consignees,
            Additions additions,
            Mapping mapping,
            Consumer<RowNote<Rule>> notes) {
        this.catalogue = catalogue;
        this.consignees = consignees;
        this.units = new UnitNames(catalogue, mapping, notes);
        this.places = new PlaceNames(consignees, additions, mapping);
        this.notes = notes;
    }

    /// Looks the names of some rows up together.
    ///
    /// @return those that are not refused
    List<Resolved> resolve(List<Line> lines) {
        catalogue.learn(lines);
        consignees.learnCustomers(lines);
        List<Looked> looked = new ArrayList<>(lines.size());
        List<Consignees.@Nullable Customer> customers = new ArrayList<>(lines.size());
        for (Line line : lines) {
            Looked at = new Looked(line);
            looked.add(at);
            customers.add(at.found(() -> places.customer(line)));
        }
        consignees.learnSites(
                lines,
                customers.stream().map(one -> one == null ? null : one.id()).toList());
        List<Resolved> resolved = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Resolved one = resolve(looked.get(i), customers.get(i));
            if (one != null) {
                resolved.add(one);
            }
        }
        return resolved;
    }

    /// @return null for a row that is refused
    private @Nullable Resolved resolve(Looked looked, Consignees.@Nullable Customer customer) {
        Line line = looked.line;
        Catalogue.Labelled of = line.namesProduct() ? looked.found(() -> units.product(line)) : null;
        String version = line.software().release();
        UUID release = of == null ? null : looked.found(() -> units.release(line, of, version));
        UUID configuration = of == null ? null : units.configuration(line, of.product());
        Consignees.Site site = customer == null ? null : looked.found(() -> places.site(line, customer));
        UUID via = looked.found(() -> places.via(line));
        if (of == null || looked.refused) {
            return null;
        }
        String country = line.place().country();
        if (country == null && customer != null) {
            country = site != null && site.country() != null ? site.country() : customer.country();
        }
        return new Resolved(
                line,
                of.product(),
                of.model(),
                release,
                version != null,
                configuration,
                customer == null ? null : customer.id(),
                site == null ? null : site.id(),
                country,
                via);
    }

    /// What a name means.
    private interface Lookup<T> {

        @Nullable
        T find() throws Refused;
    }

    /// A row whose names are looked up one after the other, whatever became of those before, so that all that is
    /// wrong with it is told at once.
    private final class Looked {

        private final Line line;
        private boolean refused;

        private Looked(Line line) {
            this.line = line;
            this.refused = line.refused();
        }

        private <T> @Nullable T found(Lookup<T> lookup) {
            try {
                return lookup.find();
            } catch (Refused fault) {
                notes.accept(fault.note());
                refused = true;
                return null;
            }
        }
    }
}
