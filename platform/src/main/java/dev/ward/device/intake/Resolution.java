package dev.ward.device.intake;

import dev.ward.table.RowNote;
import java.util.ArrayList;
import java.util.List;
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
    List<Resolved> resolve(List<Line> lines) {
        catalogue.learn(lines);
        consignees.learnCustomers(lines);
        List<Line> kept = new ArrayList<>(lines.size());
        List<Consignees.@Nullable Customer> customers = new ArrayList<>(lines.size());
        for (Line line : lines) {
            try {
                customers.add(places.customer(line));
                kept.add(line);
            } catch (Refused refused) {
                notes.accept(refused.note());
            }
        }
        consignees.learnSites(
                kept,
                customers.stream().map(one -> one == null ? null : one.id()).toList());
        List<Resolved> resolved = new ArrayList<>(kept.size());
        for (int i = 0; i < kept.size(); i++) {
            try {
                resolved.add(resolve(kept.get(i), customers.get(i)));
            } catch (Refused refused) {
                notes.accept(refused.note());
            }
        }
        return resolved;
    }

    private Resolved resolve(Line line, Consignees.@Nullable Customer customer) throws Refused {
        Catalogue.Labelled of = units.product(line);
        Consignees.Site site = customer == null ? null : places.site(line, customer);
        String country = line.place().country();
        if (country == null && customer != null) {
            country = site != null && site.country() != null ? site.country() : customer.country();
        }
        String version = line.software().release();
        return new Resolved(
                line,
                of.product(),
                of.model(),
                units.release(line, of, version),
                version != null,
                units.configuration(line, of.product()),
                customer == null ? null : customer.id(),
                site == null ? null : site.id(),
                country,
                places.via(line));
    }
}
