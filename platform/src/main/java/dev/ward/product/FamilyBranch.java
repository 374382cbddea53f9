package dev.ward.product;

import java.util.List;

/// A product of a family, with its models.
///
/// @param releases  of the product as a whole, without those of its models
public record FamilyBranch(Product product, int releases, List<ModelLeaf> models) {

    public FamilyBranch {
        models = List.copyOf(models);
    }

    /// A model with the number of its releases.
    ///
    /// @param cyberDevice  what its profile says; unknown when there is none
    public record ModelLeaf(ModelId id, String name, int releases, Answer cyberDevice) {}

    /// The releases of the product and of its models together.
    public int all() {
        return releases + models.stream().mapToInt(ModelLeaf::releases).sum();
    }
}
