package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.DeviceIdentifiers;
import dev.ward.product.IdentifierFilter;
import dev.ward.product.LinkedIdentifier;
import dev.ward.web.SearchResults;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Finds models by their device identifiers, in any spelling, and by a whole UDI.
@Component
class IdentifierSearch implements SearchResults {

    private final DeviceIdentifiers identifiers;
    private final TypePlaces places;
    private final Visibility visibility;

    IdentifierSearch(DeviceIdentifiers identifiers, TypePlaces places, Visibility visibility) {
        this.identifiers = identifiers;
        this.places = places;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Models by device identifier";
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public List<Hit> find(String text, int most) {
        IdentifierFilter filter = new IdentifierFilter(text, null, null, null);
        return identifiers.list(visibility.reader(), filter, null, most).items().stream()
                .map(this::hit)
                .toList();
    }

    private Hit hit(LinkedIdentifier of) {
        String kind = of.kind().words().toLowerCase(Locale.ROOT);
        String detail = "%s of %s, %s".formatted(of.di().value(), of.di().agency(), kind);
        if (of.releases().size() == 1) {
            LinkedIdentifier.Tied only = of.releases().getFirst();
            return new Hit(of.bearer() + " " + only.version(), detail, "/releases/" + only.id());
        }
        return new Hit(of.bearer(), detail, places.of(of.type()).path());
    }
}
