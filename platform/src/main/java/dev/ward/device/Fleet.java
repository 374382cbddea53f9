package dev.ward.device;

import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The units in the field as a whole: read from what is counted as they change, never from the units themselves, unless
/// one customer's are asked for.
@Service
@Transactional(readOnly = true)
public class Fleet {

    /// So far back the adoption of releases is told.
    public static final int MONTHS = 24;

    private final FleetRepository figures;
    private final AdoptionRepository adoption;
    private final Clock clock;

    Fleet(FleetRepository figures, AdoptionRepository adoption, Clock clock) {
        this.figures = figures;
        this.adoption = adoption;
        this.clock = clock;
    }

    public FleetFigures figures(Reader reader, FleetFilter filter) {
        return new FleetFigures(
                figures.installed(reader, filter),
                figures.countries(reader, filter),
                figures.ages(reader, filter, FleetRepository.Aspect.MANUFACTURED),
                figures.ages(reader, filter, FleetRepository.Aspect.CONFIRMED));
    }

    /// What runs on the units, by product and release, the most first.
    public List<FleetFigures.OfRelease> installed(Reader reader, FleetFilter filter) {
        return figures.installed(reader, filter);
    }

    /// How the releases of each product spread in the last 24 months, in the order of the products; a product without
    /// units is left out. Units moved between customers and countries are not told apart.
    public List<Adoption> adoption(Reader reader, Collection<ProductId> products) {
        return products.isEmpty() ? List.of() : adoption.list(reader, products, days());
    }

    /// The last day of each month, and today.
    private List<LocalDate> days() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<LocalDate> days = new ArrayList<>();
        for (int back = MONTHS; back > 0; back--) {
            days.add(today.withDayOfMonth(1).minusMonths(back - 1L).minusDays(1));
        }
        days.add(today);
        return days;
    }
}
