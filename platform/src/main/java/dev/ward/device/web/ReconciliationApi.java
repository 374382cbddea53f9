package dev.ward.device.web;

import dev.ward.device.Balances;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// manufactured = in stock + distributed + scrapped, and where it is not so.
@RestController
@RequestMapping("/api/v1/devices/reconciliation")
class ReconciliationApi {

    private final Balances balances;
    private final Visibility visibility;

    ReconciliationApi(Balances balances, Visibility visibility) {
        this.balances = balances;
        this.visibility = visibility;
    }

    @GetMapping
    @Summary("Holds made, in stock, distributed and scrapped against each other, the greatest differences first")
    @Requires(Permission.DEVICE_READ)
    Slice<BalanceView> list() {
        return new Slice<>(balances.balances(visibility.reader()), null).map(BalanceView::from);
    }

    @GetMapping("/{product}")
    @Summary("The same for one product by model and lot")
    @Requires(Permission.DEVICE_READ)
    Slice<BalanceView> lots(@PathVariable ProductId product) {
        return new Slice<>(balances.balances(visibility.reader(), product), null).map(BalanceView::from);
    }

    @GetMapping("/{product}/differences")
    @Summary("Lists serials of one product of which books and field disagree, the first 50 of each kind")
    @Requires(Permission.DEVICE_READ)
    Slice<DifferenceView> differences(@PathVariable ProductId product) {
        return new Slice<>(balances.differences(visibility.reader(), product), null).map(DifferenceView::from);
    }
}
