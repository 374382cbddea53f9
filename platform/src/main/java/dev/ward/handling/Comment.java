package dev.ward.handling;

import dev.ward.product.ProductId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody said in a case.
///
/// @param product  whose thread it stands in; null for that of the whole case
/// @param unread   whether it came after the reader last said that they had read all
public record Comment(
        UUID id,
        @Nullable ProductId product,
        @Nullable String productName,
        Instant at,
        String author,
        String text,
        boolean unread) {}
