package dev.ward.advisory.web;

import dev.ward.advisory.Advisories;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.HomePart;
import java.util.Map;
import org.springframework.stereotype.Component;

/// When each source was last heard, on the first page.
@Component
class SourcesPart implements HomePart {

    private final Advisories advisories;
    private final Visibility visibility;

    SourcesPart(Advisories advisories, Visibility visibility) {
        this.advisories = advisories;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Sources";
    }

    @Override
    public String view() {
        return "advisory/sources-part";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of("sources", advisories.heard(visibility.reader()));
    }

    @Override
    public String permission() {
        return Permission.SOURCE_READ.name();
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean aside() {
        return true;
    }
}
