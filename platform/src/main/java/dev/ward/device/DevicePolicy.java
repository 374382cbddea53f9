package dev.ward.device;

import dev.ward.customer.Customer;
import dev.ward.customer.CustomerId;
import dev.ward.customer.Customers;
import dev.ward.customer.Site;
import dev.ward.customer.SiteId;
import dev.ward.customer.Sites;
import dev.ward.identity.Reader;
import dev.ward.product.Model;
import dev.ward.product.ModelId;
import dev.ward.product.Models;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What must hold of a device that a person enters.
@Component
class DevicePolicy {

    private final DeviceRepository devices;
    private final Products products;
    private final Models models;
    private final Releases releases;
    private final Customers customers;
    private final Sites sites;

    DevicePolicy(
            DeviceRepository devices,
            Products products,
            Models models,
            Releases releases,
            Customers customers,
            Sites sites) {
        this.devices = devices;
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.customers = customers;
        this.sites = sites;
    }

    /// Checks that all parts belong together, and adds the country of the site or the customer where none was given.
    ///
    /// @throws ProblemException  when one of them is absent, or of another product or customer
    DeviceDraft completed(Reader reader, DeviceDraft draft) {
        products.get(reader, draft.product());
        checkModel(reader, draft);
        checkRelease(reader, draft);
        return draft.in(country(reader, draft));
    }

    private void checkModel(Reader reader, DeviceDraft draft) {
        ModelId id = draft.model();
        if (id != null) {
            Model model = models.get(reader, id);
            if (!model.product().equals(draft.product())) {
                throw TypedText.refused(
                        "model", "The product has no model \"%s\".".formatted(model.name()), "is not of this product");
            }
        }
    }

    private void checkRelease(Reader reader, DeviceDraft draft) {
        ReleaseId id = draft.release();
        if (id != null) {
            Release release = releases.get(reader, id);
            boolean fits = release.product().equals(draft.product())
                    && (release.model() == null
                            || draft.model() == null
                            || release.model().equals(draft.model()));
            if (!fits) {
                throw TypedText.refused(
                        "release",
                        "\"%s\" is no release of this product and model.".formatted(release.name()),
                        "is not of this product and model");
            }
        }
    }

    private @Nullable String country(Reader reader, DeviceDraft draft) {
        CustomerId customerId = draft.customer();
        SiteId siteId = draft.site();
        if (customerId == null) {
            return draft.country();
        }
        Customer customer = customers.get(reader, customerId);
        Site site = siteId == null ? null : sites.get(reader, siteId);
        if (site != null && !site.customer().equals(customerId)) {
            throw TypedText.refused(
                    "site",
                    "\"%s\" is no site of \"%s\".".formatted(site.name(), customer.name()),
                    "is not of this customer");
        }
        if (draft.country() != null) {
            return draft.country();
        }
        return site != null && site.country() != null ? site.country() : customer.country();
    }

    /// Refuses a device that is there already. Call it when the change set has begun: nobody else adds one until the
    /// transaction ends.
    ///
    /// @param own  the device that is changed; null for a new one
    void refuseTwins(DeviceDraft draft, @Nullable DeviceId own) {
        String serial = draft.serial();
        if (serial == null) {
            return;
        }
        devices.findTwin(draft, own).ifPresent(twin -> {
            throw ProblemException.of(Problem.CONFLICT, sentence(draft, serial, twin))
                    .with("serial", "is that of another device");
        });
    }

    private static String sentence(DeviceDraft draft, String serial, Device twin) {
        Device.Identity is = twin.identity();
        String where = twin.place().customerName() == null
                ? ""
                : ", at \"%s\"".formatted(twin.place().customerName());
        if (draft.di() != null && draft.di().equals(is.di()) && !draft.product().equals(is.product())) {
            return "The UDI with DI \"%s\" and serial \"%s\" is that of %s%s. A UDI is given once."
                    .formatted(draft.di(), serial, twin.name(), where);
        }
        if (draft.model() == null != (is.model() == null)) {
            return "There is a device of serial \"%s\" whose model is %s: %s%s. If it is the same one, change that; if not, give both their models."
                    .formatted(serial, is.model() == null ? "not known" : "known", twin.name(), where);
        }
        return "There is a device of serial \"%s\" already: %s%s. If it moved, change its customer and site there."
                .formatted(serial, twin.name(), where);
    }
}
