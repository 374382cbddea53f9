package dev.ward.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Products that belong together, by the name that they share.
///
/// @param name      null for the products that belong to none
/// @param products  how many that are not archived; so for models and releases
/// @param changed   when one of the products was changed last
public record Family(@Nullable String name, int products, int models, int releases, Instant changed) {}
