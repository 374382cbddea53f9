package dev.ward.sbom;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.product.Product;
import dev.ward.product.ProductDraft;
import dev.ward.product.Products;
import dev.ward.product.ReleaseDraft;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import org.springframework.stereotype.Component;

/// Makes releases for tests, each of a product of its own.
@Component
public class TestReleases {

    private static final Actor ACTOR = Actor.machine("test");

    private final Products products;
    private final Releases releases;

    TestReleases(Products products, Releases releases) {
        this.products = products;
        this.releases = releases;
    }

    public ReleaseId make() {
        return make("Pump " + Uuids.next(), "1.0");
    }

    public ReleaseId make(String product, String version) {
        Product made = products.create(ACTOR, new ProductDraft(product, null, null));
        return releases.create(ACTOR, Reader.machine("test"), made.id(), new ReleaseDraft(version, null, null))
                .id();
    }

    public void archive(ReleaseId release) {
        releases.archive(ACTOR, Reader.machine("test"), release, true);
    }
}
