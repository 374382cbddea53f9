package dev.ward.performance;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.Models;
import dev.ward.product.Product;
import dev.ward.product.ProductDraft;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.product.ReleaseDraft;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import org.springframework.stereotype.Component;

/// Makes models for tests, each of a product of its own.
@Component
public class TestModels {

    private static final Actor ACTOR = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");

    private final Products products;
    private final Models models;
    private final Releases releases;
    private final EssentialPerformances performances;

    TestModels(Products products, Models models, Releases releases, EssentialPerformances performances) {
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.performances = performances;
    }

    /// A product without models.
    public Subject product() {
        Product product = products.create(ACTOR, new ProductDraft("Pump " + Uuids.next(), null, null));
        return performances.subject(READER, product.id().value());
    }

    public Subject model() {
        return addModel(product());
    }

    public Subject addModel(Subject product) {
        ModelId id = models.create(ACTOR, READER, new ProductId(product.productId()), "Model " + Uuids.next())
                .id();
        return performances.subject(READER, id.value());
    }

    public void archive(ReleaseId release) {
        releases.archive(ACTOR, READER, release, true);
    }

    public ReleaseId release(Subject subject, String version) {
        return releases.create(
                        ACTOR,
                        READER,
                        subject.type().product(),
                        new ReleaseDraft(version, null, subject.type().model()))
                .id();
    }
}
