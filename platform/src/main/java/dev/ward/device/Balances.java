package dev.ward.device;

import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Holds against each other what was made, what is in stock, what was distributed and what was scrapped.
@Service
@Transactional(readOnly = true)
public class Balances {

    /// Lists show no more rows, and say so.
    public static final int MOST = 500;

    /// Of each kind of difference.
    public static final int MOST_DIFFERENCES = 50;

    private final BalanceRepository repository;
    private final Products products;

    Balances(BalanceRepository repository, Products products) {
        this.repository = repository;
        this.products = products;
    }

    /// By product and model, the greatest differences first.
    public List<Balance> balances(Reader reader) {
        return repository.byModel(reader, MOST);
    }

    /// Of one product by model and lot, the greatest differences first.
    public List<Balance> balances(Reader reader, ProductId product) {
        products.get(reader, product);
        return repository.byLot(reader, product, MOST);
    }

    /// Serials of one product of which books and field disagree: the first of each kind.
    public List<Difference> differences(Reader reader, ProductId product) {
        products.get(reader, product);
        List<Difference> differences = new ArrayList<>();
        for (Difference.Kind kind : Difference.Kind.values()) {
            differences.addAll(repository.differences(reader, product, kind, MOST_DIFFERENCES));
        }
        return List.copyOf(differences);
    }
}
