package dev.ward.device;

import dev.ward.audit.Actor;
import dev.ward.customer.Customer;
import dev.ward.customer.CustomerDraft;
import dev.ward.customer.CustomerKind;
import dev.ward.customer.Customers;
import dev.ward.customer.Site;
import dev.ward.customer.SiteDraft;
import dev.ward.customer.Sites;
import dev.ward.identity.Reader;
import dev.ward.product.Model;
import dev.ward.product.Models;
import dev.ward.product.Product;
import dev.ward.product.ProductDraft;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseDraft;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes products, customers and devices for tests.
@Component
public class TestFleet {

    public static final Actor ANNA = new Actor(Actor.Kind.PERSON, "0190-anna", "Anna Berg");
    public static final Reader READER = Reader.machine("test");

    private final Products products;
    private final Models models;
    private final Releases releases;
    private final Customers customers;
    private final Sites sites;
    private final Devices devices;

    TestFleet(Products products, Models models, Releases releases, Customers customers, Sites sites, Devices devices) {
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.customers = customers;
        this.sites = sites;
        this.devices = devices;
    }

    public Product product() {
        return products.create(ANNA, new ProductDraft("Pump " + UUID.randomUUID(), null, null));
    }

    public Model model(Product product, String name) {
        return models.create(ANNA, READER, product.id(), name);
    }

    public Release release(Product product, String version) {
        return releases.create(ANNA, READER, product.id(), new ReleaseDraft(version, null, null));
    }

    public Customer customer(@Nullable String country) {
        CustomerDraft draft =
                new CustomerDraft("Hospital " + UUID.randomUUID(), CustomerKind.HOSPITAL, country, null, null);
        return customers.create(ANNA, draft);
    }

    public Site site(Customer customer, @Nullable String country) {
        SiteDraft draft = new SiteDraft("Site " + UUID.randomUUID(), null, null, null, null, country, null, null);
        return sites.create(ANNA, READER, customer.id(), draft);
    }

    public Device add(DeviceDraft draft) {
        return devices.create(ANNA, READER, draft);
    }

    public Device change(Device device, DeviceDraft draft) {
        return devices.edit(ANNA, READER, device.id(), device.revision(), draft);
    }

    /// A device in use, of which nothing is known but its serial.
    public static DeviceDraft draft(Product product, @Nullable String serial) {
        return new DeviceDraft(
                product.id(),
                null,
                null,
                serial,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                DeviceStatus.IN_USE);
    }

    public static DeviceDraft at(DeviceDraft draft, @Nullable Customer customer, @Nullable Site site) {
        return new DeviceDraft(
                draft.product(),
                draft.model(),
                draft.di(),
                draft.serial(),
                draft.lot(),
                draft.manufactured(),
                draft.expires(),
                draft.release(),
                draft.configuration(),
                customer == null ? null : customer.id(),
                site == null ? null : site.id(),
                null,
                draft.reference(),
                draft.networked(),
                draft.contractUntil(),
                draft.warrantyUntil(),
                draft.status());
    }

    public static DeviceDraft running(DeviceDraft draft, @Nullable ReleaseId release, DeviceStatus status) {
        return new DeviceDraft(
                draft.product(),
                draft.model(),
                draft.di(),
                draft.serial(),
                draft.lot(),
                draft.manufactured(),
                draft.expires(),
                release,
                draft.configuration(),
                draft.customer(),
                draft.site(),
                draft.country(),
                draft.reference(),
                draft.networked(),
                draft.contractUntil(),
                draft.warrantyUntil(),
                status);
    }
}
