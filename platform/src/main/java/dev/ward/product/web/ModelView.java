package dev.ward.product.web;

import dev.ward.product.Model;
import java.util.UUID;

/// A model as the API shows it.
record ModelView(UUID id, UUID product, String name, boolean archived, int revision) {

    static ModelView from(Model model) {
        return new ModelView(
                model.id().value(), model.product().value(), model.name(), model.archived(), model.revision());
    }
}
