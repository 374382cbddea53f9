package dev.ward.product;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The families of products. A family is the name that products share; it has no life of its own.
@Service
@Transactional(readOnly = true)
public class Families {

    private static final SortOrder ORDER = SortOrder.ascending("family");

    private final FamilyRepository families;
    private final Products products;

    Families(FamilyRepository families, Products products) {
        this.families = families;
        this.products = products;
    }

    /// @param text   a part of the name; null for all
    /// @param after  the cursor of an earlier slice; null for the beginning
    public Slice<Family> list(Reader reader, @Nullable String text, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, ORDER, 2);
        return Slice.of(
                families.list(reader, text, cursor, limit + 1),
                limit,
                family -> Cursor.of(ORDER, family.name() == null, Objects.requireNonNullElse(family.name(), "")));
    }

    /// The products of a family with their models.
    ///
    /// @param name  null for the products that belong to none
    public Slice<FamilyBranch> branches(Reader reader, @Nullable String name, @Nullable String after, int limit) {
        ProductFilter filter = new ProductFilter(null, name, name == null, false, ProductFilter.USUAL);
        Slice<ProductLine> lines = products.list(reader, filter, after, limit);
        return new Slice<>(
                families.branches(
                        reader, lines.items().stream().map(ProductLine::product).toList()),
                lines.next());
    }
}
