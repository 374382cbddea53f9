package dev.ward.reach.web;

import dev.ward.customer.Countries;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.reach.ReachFilter;
import dev.ward.reach.Reaches;
import dev.ward.reach.Subject;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ReachPages {

    private final Reaches reaches;
    private final Visibility visibility;

    ReachPages(Reaches reaches, Visibility visibility) {
        this.reaches = reaches;
        this.visibility = visibility;
    }

    @GetMapping("/reach")
    @Requires(Permission.DEVICE_READ)
    Page show(@ModelAttribute ReachQuestion question, @RequestParam(required = false) @Nullable String after) {
        if (question.isEmpty()) {
            return ask("", null);
        }
        Reader reader = visibility.reader();
        Subject subject;
        try {
            subject = question.subject(reaches, reader);
        } catch (ProblemException e) {
            String asked = question.vulnerability();
            if (asked == null || e.problem() != Problem.NOT_FOUND) {
                throw e;
            }
            return ask(asked, e.detail()).status(HttpStatus.NOT_FOUND);
        }
        ReachFilter filter = question.filter();
        return Page.of("reach/reach", Section.DEVICES, "Devices reached by " + subject.name())
                .crumb("Which devices are reached?", "/reach")
                .with("question", question)
                .with("countries", Countries.all())
                .with("reach", reaches.of(reader, subject, filter))
                .with("devices", reaches.list(reader, subject, filter, after, Slice.USUAL_LIMIT));
    }

    private static Page ask(String asked, @Nullable String error) {
        return Page.of("reach/ask", Section.DEVICES, "Which devices are reached?")
                .with("asked", asked)
                .with("error", error);
    }
}
