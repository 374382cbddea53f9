package dev.ward.device.intake;

import dev.ward.customer.CustomerDraft;
import dev.ward.customer.CustomerId;
import dev.ward.customer.CustomerKind;
import dev.ward.customer.NewCustomer;
import dev.ward.customer.NewSite;
import dev.ward.customer.SiteDraft;
import dev.ward.customer.SiteId;
import dev.ward.database.Uuids;
import dev.ward.job.JobProblem;
import dev.ward.table.RowNote;
import dev.ward.web.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds what a row's names of customer and site mean, and adds those that are not known, where that was chosen.
final class PlaceNames {

    private final Consignees consignees;
    private final Additions additions;
    private final Mapping mapping;

    PlaceNames(Consignees consignees, Additions additions, Mapping mapping) {
        this.consignees = consignees;
        this.additions = additions;
        this.mapping = mapping;
    }

    /// By number, else by name; null where the row names none.
    Consignees.@Nullable Customer customer(Line line) throws Refused {
        Line.Place place = line.place();
        if (!place.namesCustomer()) {
            return null;
        }
        String reference = place.customerReference();
        String name = place.customer();
        if (reference != null) {
            List<Consignees.Customer> byReference = consignees.customers(Consignees.Key.byReference(reference));
            if (!byReference.isEmpty()) {
                return byReference.getFirst();
            }
        }
        List<Consignees.Customer> byName = name == null ? List.of() : consignees.customers(Consignees.Key.byName(name));
        List<Consignees.Customer> fit = reference == null
                ? narrowed(byName, place.country())
                : byName.stream().filter(one -> one.reference() == null).toList();
        if (fit.size() > 1) {
            throw refused(line, Field.CUSTOMER, name, Rule.AMBIGUOUS_CUSTOMER, "several customers have the name %s");
        }
        return fit.isEmpty() ? added(line) : fit.getFirst();
    }

    /// Those in the country, where there are several and one of them is there.
    private static List<Consignees.Customer> narrowed(List<Consignees.Customer> all, @Nullable String country) {
        List<Consignees.Customer> there = all.stream()
                .filter(one -> country != null && country.equals(one.country()))
                .toList();
        return all.size() > 1 && !there.isEmpty() ? there : all;
    }

    private Consignees.Customer added(Line line) throws Refused {
        Line.Place place = line.place();
        String called = place.customerReference() == null ? place.customer() : place.customerReference();
        Field field = place.customerReference() == null ? Field.CUSTOMER : Field.CUSTOMER_REFERENCE;
        if (!mapping.addsCustomers()) {
            throw refused(line, field, called, Rule.UNKNOWN_CUSTOMER, "Ward has no customer %s");
        }
        if (place.customer() == null) {
            throw refused(
                    line, field, called, Rule.NAMELESS, "Ward has no customer %s, and the row does not say its name");
        }
        refuseTooMany();
        try {
            CustomerKind kind = place.customerKind() == null
                    ? CustomerKind.OTHER
                    : CustomerKind.valueOf(place.customerKind().toUpperCase(Locale.ROOT));
            return additions.add(new NewCustomer(
                    new CustomerId(Uuids.next()),
                    new CustomerDraft(
                            place.customer(), kind, place.country(), place.region(), place.customerReference())));
        } catch (ProblemException e) {
            throw new Refused(new RowNote<>(
                    line.line(),
                    field.word(),
                    field.title(),
                    String.valueOf(called),
                    Rule.UNKNOWN_CUSTOMER,
                    String.valueOf(e.getMessage())));
        }
    }

    Consignees.@Nullable Site site(Line line, Consignees.Customer customer) throws Refused {
        Line.Place place = line.place();
        if (!place.namesSite()) {
            return null;
        }
        if (place.siteReference() != null) {
            List<Consignees.Site> byReference =
                    consignees.sites(customer.id(), Consignees.Key.byReference(place.siteReference()));
            if (!byReference.isEmpty()) {
                return byReference.getFirst();
            }
        }
        List<Consignees.Site> byName =
                place.site() == null ? List.of() : consignees.sites(customer.id(), Consignees.Key.byName(place.site()));
        if (!byName.isEmpty()) {
            Consignees.Site site = byName.getFirst();
            if (place.siteReference() != null && site.reference() != null) {
                throw refused(
                        line,
                        Field.SITE_REFERENCE,
                        place.siteReference(),
                        Rule.UNKNOWN_SITE,
                        "the site of this name has another number than %s");
            }
            return site;
        }
        return added(line, customer);
    }

    private Consignees.Site added(Line line, Consignees.Customer customer) throws Refused {
        Line.Place place = line.place();
        String called = place.siteReference() == null ? place.site() : place.siteReference();
        Field field = place.siteReference() == null ? Field.SITE : Field.SITE_REFERENCE;
        if (!mapping.addsCustomers()) {
            throw refused(line, field, called, Rule.UNKNOWN_SITE, "the customer has no site %s");
        }
        if (place.site() == null) {
            throw refused(
                    line,
                    field,
                    called,
                    Rule.NAMELESS,
                    "the customer has no site %s, and the row does not say its name");
        }
        refuseTooMany();
        try {
            return additions.add(new NewSite(
                    new SiteId(Uuids.next()),
                    new CustomerId(customer.id()),
                    new SiteDraft(
                            place.site(),
                            place.address(),
                            place.city(),
                            place.region(),
                            place.postalCode(),
                            place.country(),
                            null,
                            place.siteReference())));
        } catch (ProblemException e) {
            throw new Refused(new RowNote<>(
                    line.line(),
                    field.word(),
                    field.title(),
                    String.valueOf(called),
                    Rule.UNKNOWN_SITE,
                    String.valueOf(e.getMessage())));
        }
    }

    private void refuseTooMany() {
        if (additions.isFull()) {
            throw new JobProblem(
                    "The file names more than 100,000 customers and sites that Ward does not have. Look whether the columns"
                            + " are mapped rightly. Nothing was applied.");
        }
    }

    @Nullable
    UUID via(Line line) throws Refused {
        String via = line.shipped().via();
        if (via == null) {
            return null;
        }
        List<Consignees.Customer> found = consignees.customers(Consignees.Key.byReference(via));
        if (found.isEmpty()) {
            found = consignees.customers(Consignees.Key.byName(via));
        }
        if (found.size() != 1) {
            throw refused(
                    line,
                    Field.VIA,
                    via,
                    found.isEmpty() ? Rule.UNKNOWN_CUSTOMER : Rule.AMBIGUOUS_CUSTOMER,
                    found.isEmpty() ? "Ward has no distributor %s" : "several customers have the name %s");
        }
        return found.getFirst().id();
    }

    private Refused refused(Line line, Field field, @Nullable String value, Rule rule, String reason) {
        return new Refused(line.note(mapping, field, value, rule, reason));
    }
}
