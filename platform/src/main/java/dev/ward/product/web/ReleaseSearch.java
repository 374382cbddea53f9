package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.Release;
import dev.ward.product.Releases;
import dev.ward.web.SearchResults;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Finds releases by version, or by the product's name and the version.
@Component
class ReleaseSearch implements SearchResults {

    private final Releases releases;
    private final Visibility visibility;

    ReleaseSearch(Releases releases, Visibility visibility) {
        this.releases = releases;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Releases";
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Hit> find(String text, int most) {
        return releases.search(visibility.reader(), text, most).stream()
                .map(release -> new Hit(release.name(), detail(release), "/releases/" + release.id()))
                .toList();
    }

    private static String detail(Release release) {
        LocalDate released = release.released();
        String date = released == null ? "" : "released " + released;
        return release.inUse() ? date : date.isEmpty() ? "archived" : date + ", archived";
    }
}
