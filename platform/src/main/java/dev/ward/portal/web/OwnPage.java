package dev.ward.portal.web;

import dev.ward.audit.Actor;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.OrganisationId;
import dev.ward.identity.Reader;
import dev.ward.identity.Visibility;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who of which customer asks, for what customers see.
@Component
class OwnPage {

    private final CurrentActor current;
    private final Visibility visibility;

    OwnPage(CurrentActor current, Visibility visibility) {
        this.current = current;
        this.visibility = visibility;
    }

    Reader reader() {
        Reader reader = visibility.reader();
        if (reader.organisation() == null) {
            throw ProblemException.of(Problem.FORBIDDEN, "This is for customers' own people.");
        }
        return reader;
    }

    UUID organisation() {
        OrganisationId organisation = reader().organisation();
        return organisation == null ? new UUID(0, 0) : organisation.value();
    }

    Actor actor() {
        return current.get();
    }

    static Page page(String view, String title) {
        return Page.of("portal/" + view, Section.PORTAL, title);
    }
}
