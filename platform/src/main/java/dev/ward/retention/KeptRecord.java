package dev.ward.retention;

import dev.ward.product.ProductId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A record as far as retention asks.
///
/// @param title     as people call it
/// @param revision  grows with each change; 0 where nothing is purged of it
/// @param done      when it was closed, decided or dispositioned; null while it is open
/// @param products  that it is about; empty where nobody knows
/// @param within    further records whose legal hold holds it too
public record KeptRecord(
        RecordName name,
        String title,
        int revision,
        @Nullable LocalDate done,
        Set<ProductId> products,
        List<RecordName> within) {

    public KeptRecord {
        products = Set.copyOf(products);
        within = List.copyOf(within);
    }
}
