package dev.ward.device.web;

import dev.ward.identity.Visibility;
import dev.ward.product.ConfigurationFilter;
import dev.ward.product.ConfigurationLine;
import dev.ward.product.Configurations;
import dev.ward.product.Model;
import dev.ward.product.Models;
import dev.ward.product.ProductFilter;
import dev.ward.product.ProductId;
import dev.ward.product.ProductLine;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseFilter;
import dev.ward.product.Releases;
import dev.ward.web.Slice;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/// What forms and filters of devices offer of products: what is sent, and its words.
@Component
class Catalogue {

    private final Products products;
    private final Models models;
    private final Releases releases;
    private final Configurations configurations;
    private final Visibility visibility;

    Catalogue(
            Products products, Models models, Releases releases, Configurations configurations, Visibility visibility) {
        this.products = products;
        this.models = models;
        this.releases = releases;
        this.configurations = configurations;
        this.visibility = visibility;
    }

    /// The products that are not archived, by name; the first 500.
    SequencedMap<String, String> products() {
        ProductFilter filter = new ProductFilter(null, null, false, ProductFilter.USUAL);
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (ProductLine line :
                products.list(visibility.reader(), filter, null, Slice.MOST).items()) {
            options.put(line.product().id().toString(), line.product().name());
        }
        return options;
    }

    SequencedMap<String, String> models(ProductId product) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (Model model : models.list(visibility.reader(), product)) {
            options.put(model.id().toString(), model.name());
        }
        return options;
    }

    /// The releases of a product, the newest first; the first 500.
    SequencedMap<String, String> releases(ProductId product) {
        ReleaseFilter filter = new ReleaseFilter(product, false, ReleaseFilter.USUAL);
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (Release release :
                releases.list(visibility.reader(), filter, null, Slice.MOST).items()) {
            String model = release.modelName();
            options.put(release.id().toString(), model == null ? release.version() : model + " " + release.version());
        }
        return options;
    }

    /// The configurations of a product and its models that are not archived; the first 500.
    SequencedMap<String, String> configurations(ProductId product) {
        ConfigurationFilter filter = new ConfigurationFilter(null, product, null, null, false);
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (ConfigurationLine line : configurations
                .list(visibility.reader(), filter, null, Slice.MOST)
                .items()) {
            options.put(line.id().toString(), line.bearer() + ", " + line.name());
        }
        return options;
    }

    String name(ProductId product) {
        return products.get(visibility.reader(), product).name();
    }
}
