package dev.ward.customer.web;

import dev.ward.customer.Site;
import dev.ward.customer.SiteFilter;
import dev.ward.customer.SiteLine;
import dev.ward.customer.Sites;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.SearchResults;
import java.util.List;
import org.springframework.stereotype.Component;

/// Finds sites by name, city or reference.
@Component
class SiteSearch implements SearchResults {

    private final Sites sites;
    private final Visibility visibility;

    SiteSearch(Sites sites, Visibility visibility) {
        this.sites = sites;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Sites";
    }

    @Override
    public String permission() {
        return Permission.DEVICE_READ.name();
    }

    @Override
    public int order() {
        return 61;
    }

    @Override
    public List<Hit> find(String text, int most) {
        SiteFilter filter = new SiteFilter(null, text, false, SiteFilter.USUAL);
        return sites.list(visibility.reader(), filter, null, most).items().stream()
                .map(SiteSearch::hit)
                .toList();
    }

    private static Hit hit(SiteLine line) {
        Site site = line.site();
        String detail = site.city() == null ? line.customerName() : line.customerName() + ", " + site.city();
        return new Hit(site.name(), detail, "/sites/" + site.id());
    }
}
