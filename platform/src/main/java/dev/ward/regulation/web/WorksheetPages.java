package dev.ward.regulation.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.Cases;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.regulation.DueCrumbs;
import dev.ward.regulation.Worksheets;
import dev.ward.signature.Shown;
import dev.ward.signature.Signing;
import dev.ward.web.Acts;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The worksheet of a case: the questions of each authority, answered one by one and signed as a whole.
@Controller
@RequestMapping("/cases/{number}/due/worksheet")
class WorksheetPages {

    private final Worksheets worksheets;
    private final Cases cases;
    private final Signing signing;
    private final CurrentActor actor;
    private final Visibility visibility;

    WorksheetPages(Worksheets worksheets, Cases cases, Signing signing, CurrentActor actor, Visibility visibility) {
        this.worksheets = worksheets;
        this.cases = cases;
        this.signing = signing;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    Page show(@PathVariable CaseNumber number) {
        return page(number, Form.empty());
    }

    @PostMapping("/answer")
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView answer(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "worksheet", sent, response, () -> {
            worksheets.answer(
                    actor.get(),
                    visibility.reader(),
                    number,
                    sent.get("worksheetQuestion"),
                    sent.get("worksheetAnswer"),
                    sent.get("worksheetReason"));
            return "Kept.";
        });
    }

    @PostMapping("/sign-worksheet")
    @Requires(Permission.REGULATION_SIGN)
    ModelAndView sign(
            @PathVariable CaseNumber number, @RequestParam Map<String, String> sent, HttpServletResponse response) {
        return act(number, "sheet", sent, response, () -> {
            worksheets.sign(
                    signing.confirm(actor.caller(), Shown.of(sent)),
                    visibility.reader(),
                    number,
                    version(sent.getOrDefault("sheetVersion", "")));
            return "Signed.";
        });
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw TypedText.refused("version", "\"%s\" is no version.".formatted(text), "is no version");
        }
    }

    private Page page(CaseNumber number, Form form) {
        VulnerabilityCase one = cases.get(visibility.reader(), number);
        return DueCrumbs.on(Page.of("regulation/worksheet", Section.DUE, "What has to be reported"), one)
                .with("number", number)
                .with("sheet", worksheets.of(visibility.reader(), number))
                .with("first", signing.isFirst(actor.caller()))
                .with("form", form);
    }

    private ModelAndView act(
            CaseNumber number,
            String act,
            Map<String, String> sent,
            HttpServletResponse response,
            Supplier<String> done) {
        return Acts.done(
                act,
                Shown.withheld(sent),
                "/cases/" + number + "/due/worksheet",
                response,
                done,
                form -> page(number, form));
    }
}
