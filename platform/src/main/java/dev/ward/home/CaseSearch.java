package dev.ward.home;

import dev.ward.handling.Cases;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.SearchResults;
import java.util.List;
import org.springframework.stereotype.Component;

/// Finds cases by the beginning of their number or title, or by a vulnerability that they hold.
@Component
class CaseSearch implements SearchResults {

    private final Cases cases;
    private final Visibility visibility;

    CaseSearch(Cases cases, Visibility visibility) {
        this.cases = cases;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Cases";
    }

    @Override
    public String permission() {
        return Permission.CASE_READ.name();
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public List<Hit> find(String text, int most) {
        return cases.named(visibility.reader(), text, most).stream()
                .map(one -> new Hit(
                        one.number() + " " + one.title(),
                        one.isOpen() ? one.phase().title() : "Closed",
                        "/cases/" + one.number()))
                .toList();
    }
}
