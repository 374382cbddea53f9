package dev.ward.device.web;

import dev.ward.customer.Customers;
import dev.ward.device.Fleet;
import dev.ward.device.FleetQuestion;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.web.Summary;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class FleetApi {

    private final Fleet fleet;
    private final Customers customers;
    private final Products products;
    private final Visibility visibility;

    FleetApi(Fleet fleet, Customers customers, Products products, Visibility visibility) {
        this.fleet = fleet;
        this.customers = customers;
        this.products = products;
        this.visibility = visibility;
    }

    @GetMapping("/fleet")
    @Summary("Counts the devices in the field by release, country, year of manufacture and last confirmation")
    @Requires(Permission.DEVICE_READ)
    FleetView figures(@ModelAttribute FleetQuestion question) {
        return FleetView.from(fleet.figures(visibility.reader(), question.filter(visibility.reader(), customers)));
    }

    @GetMapping("/products/{id}/adoption")
    @Summary("Tells how the releases of a product spread over its devices in the last 24 months")
    @Requires(Permission.DEVICE_READ)
    List<FleetView.AdoptionView> adoption(@PathVariable ProductId id) {
        ProductId product = products.get(visibility.reader(), id).id();
        return fleet.adoption(visibility.reader(), List.of(product)).stream()
                .map(FleetView.AdoptionView::from)
                .toList();
    }
}
