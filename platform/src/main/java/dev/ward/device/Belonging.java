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
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.web.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What belongs together: models and releases to their product, sites to their customer.
///
/// Each check throws a [dev.ward.web.ProblemException] when one is absent, or belongs to another.
@Component
class Belonging {

    private final Products products;
    private final Models models;
    private final Releases releases;
    private final Customers customers;
    private final Sites sites;

    Belonging(Products products, Models models, Releases releases, Customers customers, Sites sites) {
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.customers = customers;
        this.sites = sites;
    }

    void check(Reader reader, ProductId product, @Nullable ModelId model, @Nullable ReleaseId release) {
        products.get(reader, product);
        if (model != null) {
            Model named = models.get(reader, model);
            if (!named.product().equals(product)) {
                throw TypedText.refused(
                        "model", "The product has no model \"%s\".".formatted(named.name()), "is not of this product");
            }
        }
        if (release != null) {
            checkRelease(releases.get(reader, release), product, model);
        }
    }

    private static void checkRelease(Release release, ProductId product, @Nullable ModelId model) {
        boolean fits = release.product().equals(product)
                && (release.model() == null || model == null || release.model().equals(model));
        if (!fits) {
            throw TypedText.refused(
                    "release",
                    "\"%s\" is no release of this product and model.".formatted(release.name()),
                    "is not of this product and model");
        }
    }

    /// Checks customer and site, and tells the country: the given one, or else that of the site or the customer.
    @Nullable
    String country(Reader reader, @Nullable CustomerId customerId, @Nullable SiteId siteId, @Nullable String given) {
        if (customerId == null) {
            return given;
        }
        Customer customer = customers.get(reader, customerId);
        Site site = siteId == null ? null : sites.get(reader, siteId);
        if (site != null && !site.customer().equals(customerId)) {
            throw TypedText.refused(
                    "site",
                    "\"%s\" is no site of \"%s\".".formatted(site.name(), customer.name()),
                    "is not of this customer");
        }
        if (given != null) {
            return given;
        }
        return site != null && site.country() != null ? site.country() : customer.country();
    }
}
