package dev.ward.identity.web;

import dev.ward.identity.AccountId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Deputies;
import dev.ward.identity.DeputyHints;
import dev.ward.identity.Deputyship;
import dev.ward.identity.SessionCookie;
import dev.ward.identity.SignedIn;
import dev.ward.web.Notices;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One's own deputies, and acting as somebody's.
@Controller
@RequestMapping("/account/deputies")
@SignedIn
class DeputyPages {

    private final Deputies deputies;
    private final DeputyHints hints;
    private final MyAccountPages account;
    private final CurrentActor current;

    DeputyPages(Deputies deputies, DeputyHints hints, MyAccountPages account, CurrentActor current) {
        this.deputies = deputies;
        this.hints = hints;
        this.account = account;
        this.current = current;
    }

    @PostMapping
    ModelAndView name(
            @RequestParam Map<String, String> form, HttpServletRequest request, HttpServletResponse response) {
        AccountId mine = account.mine();
        try {
            Deputyship named = deputies.name(current.caller(), mine, PersonView.deputy(form));
            Notices.say(response, PersonView.named(hints, named));
            return back();
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
                throw e;
            }
            return account.page(null, PersonView.refused("deputy", form, e), request)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    /// @param id  of the absent person
    @PostMapping("/{id}/{deputyship}/end")
    ModelAndView end(@PathVariable UUID id, @PathVariable UUID deputyship, HttpServletResponse response) {
        deputies.end(current.caller(), new AccountId(id), deputyship);
        Notices.say(response, "The deputy is one no more.");
        return back();
    }

    @PostMapping("/{deputyship}/act")
    ModelAndView act(@PathVariable UUID deputyship, HttpServletRequest request) {
        deputies.act(current.caller(), SessionCookie.read(request).orElse(""), deputyship);
        return new ModelAndView("redirect:/");
    }

    @PostMapping("/leave")
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
        deputies.leave(current.caller(), SessionCookie.read(request).orElse(""));
        Notices.say(response, "You act in your own name again.");
        return back();
    }

    private static ModelAndView back() {
        return new ModelAndView("redirect:/account");
    }
}
