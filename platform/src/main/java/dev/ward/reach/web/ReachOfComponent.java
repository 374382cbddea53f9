package dev.ward.reach.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Visibility;
import dev.ward.reach.ReachFilter;
import dev.ward.reach.Reaches;
import dev.ward.reach.Subject;
import dev.ward.sbom.ComponentSection;
import dev.ward.sbom.KnownComponent;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The devices that have a component in them, on its own page.
@Component
class ReachOfComponent implements ComponentSection {

    private final Reaches reaches;
    private final Visibility visibility;

    ReachOfComponent(Reaches reaches, Visibility visibility) {
        this.reaches = reaches;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Which devices have it";
    }

    @Override
    public String view() {
        return "reach/section";
    }

    @Override
    public Map<String, Object> model(KnownComponent component) {
        Reader reader = visibility.reader();
        Subject subject = new Subject(Subject.Kind.COMPONENT, component.id(), component.fullName());
        return Map.of("reach", reaches.of(reader, subject, ReachFilter.inField()));
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return Permission.DEVICE_READ.name();
    }
}
