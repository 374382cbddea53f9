package dev.ward.device.web;

import dev.ward.customer.CustomerId;
import dev.ward.customer.Customers;
import dev.ward.customer.Region;
import dev.ward.device.Fleet;
import dev.ward.device.FleetFigures;
import dev.ward.device.FleetFilter;
import dev.ward.device.FleetQuestion;
import dev.ward.device.FleetSection;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.web.Address;
import dev.ward.web.Page;
import dev.ward.web.PagePart;
import dev.ward.web.Section;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// The fleet in charts.
@Controller
class FleetPages {

    /// Of so many products the adoption is drawn when none is chosen.
    private static final int MOST_PRODUCTS = 4;

    private final Fleet fleet;
    private final Customers customers;
    private final Catalogue catalogue;
    private final List<FleetSection> sections;
    private final CurrentActor actor;
    private final Visibility visibility;
    private final Clock clock;

    FleetPages(
            Fleet fleet,
            Customers customers,
            Catalogue catalogue,
            List<FleetSection> sections,
            CurrentActor actor,
            Visibility visibility,
            Clock clock) {
        this.fleet = fleet;
        this.customers = customers;
        this.catalogue = catalogue;
        this.sections = List.copyOf(sections);
        this.actor = actor;
        this.visibility = visibility;
        this.clock = clock;
    }

    @GetMapping("/fleet")
    @Requires(Permission.DEVICE_READ)
    Page show(@ModelAttribute FleetQuestion question, @RequestParam(required = false) @Nullable String market) {
        FleetFilter filter = question.filter(visibility.reader(), customers);
        FleetFigures figures = fleet.figures(visibility.reader(), filter);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Address here = here(filter, market);
        Address list = list(filter);
        ProductId product = filter.product();
        SequencedMap<String, String> none = new LinkedHashMap<>();
        return Page.of("device/fleet", Section.DEVICES, "Fleet")
                .with("filter", filter)
                .with("customer", customerName(filter))
                .with("figures", figures)
                .with("list", list)
                .with("silent", figures.unconfirmedSince(today.withDayOfMonth(1).minusMonths(12)))
                .with("products", catalogue.products())
                .with("models", product == null ? none : catalogue.models(product))
                .with("market", market)
                .with("adoption", adoption(filter, figures))
                .with("installed", FleetBars.installed(figures, list))
                .with("confirmed", FleetBars.confirmed(figures, today, list))
                .with("manufactured", FleetBars.manufactured(figures, today))
                .with("countries", FleetBars.countries(figures, list))
                .with("regions", FleetBars.regionBars(figures, here))
                .with("parts", PagePart.of(sections, actor::may, new FleetSection.Subject(filter, here)));
    }

    private List<AdoptionDrawing> adoption(FleetFilter filter, FleetFigures figures) {
        if (!filter.isOfWholeProducts()) {
            return List.of();
        }
        Map<ProductId, Long> sums = new LinkedHashMap<>();
        figures.installed().forEach(one -> sums.merge(new ProductId(one.product()), one.devices(), Long::sum));
        Set<ProductId> drawn = new LinkedHashSet<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<ProductId, Long>comparingByValue().reversed())
                .limit(MOST_PRODUCTS)
                .forEach(one -> drawn.add(one.getKey()));
        return fleet.adoption(visibility.reader(), drawn).stream()
                .filter(one -> one.now() > 0)
                .map(AdoptionDrawing::of)
                .toList();
    }

    private @Nullable String customerName(FleetFilter filter) {
        CustomerId customer = filter.customer();
        return customer == null
                ? null
                : customers.get(visibility.reader(), customer).name();
    }

    private static Address here(FleetFilter filter, @Nullable String market) {
        Address here = narrowed(Address.of("/fleet"), filter);
        Region region = filter.region();
        here = region == null ? here : here.with("region", region.word());
        return market == null || market.isBlank() ? here : here.with("market", market);
    }

    /// The devices that the figures speak of; null where no list holds exactly them.
    private static @Nullable Address list(FleetFilter filter) {
        return filter.region() != null && filter.country() == null
                ? null
                : narrowed(Address.of(DevicePages.LIST).with("status", DeviceQuestion.IN_FIELD), filter);
    }

    private static Address narrowed(Address address, FleetFilter filter) {
        Address narrowed = address;
        ProductId product = filter.product();
        ModelId model = filter.model();
        CustomerId customer = filter.customer();
        String country = filter.country();
        narrowed = product == null ? narrowed : narrowed.with("product", product.toString());
        narrowed = model == null ? narrowed : narrowed.with("model", model.toString());
        narrowed = customer == null ? narrowed : narrowed.with("customer", customer.toString());
        return country == null ? narrowed : narrowed.with("country", country);
    }
}
