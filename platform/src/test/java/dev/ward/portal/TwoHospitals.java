package dev.ward.portal;

import dev.ward.customer.Channel;
import dev.ward.customer.Contact;
import dev.ward.customer.ContactDraft;
import dev.ward.customer.ContactRole;
import dev.ward.customer.Contacts;
import dev.ward.customer.Customer;
import dev.ward.customer.CustomerDraft;
import dev.ward.customer.CustomerKind;
import dev.ward.customer.Customers;
import dev.ward.customer.Site;
import dev.ward.customer.SiteDraft;
import dev.ward.customer.Sites;
import dev.ward.device.Device;
import dev.ward.device.DeviceStatus;
import dev.ward.device.TestFleet;
import dev.ward.identity.AccountId;
import dev.ward.identity.OrganisationId;
import dev.ward.identity.TestCallers;
import dev.ward.product.Product;
import dev.ward.product.ProductDraft;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseDraft;
import dev.ward.product.Releases;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Two customers who have the same product, each with a site, a contact, a device and a person who signs in. Words with
/// the name of one stand in nothing of the other.
@Component
public class TwoHospitals {

    private final Products products;
    private final Releases releases;
    private final Customers customers;
    private final Sites sites;
    private final Contacts contacts;
    private final TestFleet fleet;
    private final TestCallers callers;

    TwoHospitals(
            Products products,
            Releases releases,
            Customers customers,
            Sites sites,
            Contacts contacts,
            TestFleet fleet,
            TestCallers callers) {
        this.products = products;
        this.releases = releases;
        this.customers = customers;
        this.sites = sites;
        this.contacts = contacts;
        this.fleet = fleet;
        this.callers = callers;
    }

    /// @param only  a release that is installed nowhere else
    public record Hospital(
            Customer customer,
            Site site,
            Contact contact,
            Product product,
            Release only,
            Device device,
            AccountId person) {}

    /// @param shared   the product that both have
    /// @param common   its release that came out
    /// @param planned  its release that did not come out yet
    public record Both(Product shared, Release common, Release planned, Hospital north, Hospital south) {}

    public Both make() {
        Product shared = products.create(TestFleet.ANNA, new ProductDraft("Shared Pump", null, null));
        Release common = release(shared, "1.0", LocalDate.of(2026, 1, 1));
        Release planned = release(shared, "9.9-planned", null);
        return new Both(shared, common, planned, hospital(shared, common, "North"), hospital(shared, common, "South"));
    }

    private Release release(Product product, String version, @Nullable LocalDate released) {
        return releases.create(
                TestFleet.ANNA, TestFleet.READER, product.id(), new ReleaseDraft(version, released, null));
    }

    private Hospital hospital(Product shared, Release common, String name) {
        Customer customer = customers.create(
                TestFleet.ANNA, new CustomerDraft(name + "gate Hospital", CustomerKind.HOSPITAL, "DE", null, null));
        Site site = sites.create(
                TestFleet.ANNA,
                TestFleet.READER,
                customer.id(),
                new SiteDraft(name + "gate Ward", null, null, null, null, null, null, null));
        Contact contact = contacts.create(
                TestFleet.ANNA,
                TestFleet.READER,
                customer.id(),
                new ContactDraft(
                        name + "gate Nurse",
                        ContactRole.BIOMEDICAL_ENGINEERING,
                        null,
                        name.toLowerCase(Locale.ROOT) + "gate@hospital.example",
                        null,
                        null,
                        Set.of(Channel.EMAIL)));
        Product own = products.create(TestFleet.ANNA, new ProductDraft(name + "gate Monitor", null, null));
        Release only = release(own, name + "gate-7", LocalDate.of(2026, 2, 1));
        Device device = fleet.add(TestFleet.running(
                TestFleet.at(TestFleet.draft(shared, name.toUpperCase(Locale.ROOT) + "GATE-1"), customer, site),
                common.id(),
                DeviceStatus.IN_USE));
        fleet.add(TestFleet.running(
                TestFleet.at(TestFleet.draft(own, name.toUpperCase(Locale.ROOT) + "GATE-2"), customer, site),
                only.id(),
                DeviceStatus.IN_USE));
        AccountId person = callers.hospital(
                new OrganisationId(customer.id().value()), name.toLowerCase(Locale.ROOT) + "gate-person");
        return new Hospital(customer, site, contact, own, only, device, person);
    }
}
