package dev.ward.assessment;

import dev.ward.product.ProductId;

/// A product in which a vulnerability is found, and of which nobody has said what that means.
///
/// @param releases  in how many it is found
public record UndecidedProduct(ProductId product, String name, long releases) {}
