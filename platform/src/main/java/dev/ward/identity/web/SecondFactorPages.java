package dev.ward.identity.web;

import dev.ward.identity.AccountTrouble;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Enrolment;
import dev.ward.identity.SecondFactors;
import dev.ward.identity.SignedIn;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own authenticator app and recovery codes.
@Controller
@RequestMapping("/account/second-factor")
@SignedIn(outsiders = true)
class SecondFactorPages {

    private final SecondFactors factors;
    private final MyAccountPages account;
    private final CurrentActor current;

    SecondFactorPages(SecondFactors factors, MyAccountPages account, CurrentActor current) {
        this.factors = factors;
        this.account = account;
        this.current = current;
    }

    @GetMapping
    Page show() {
        return page(null, null);
    }

    @PostMapping("/begin")
    Page begin(@RequestParam(defaultValue = "") String present) {
        try {
            account.mine();
            return page(factors.begin(current.caller(), present), null);
        } catch (AccountTrouble e) {
            return refused(e);
        }
    }

    @PostMapping("/confirm")
    Page confirm(@RequestParam(defaultValue = "") String code) {
        try {
            account.mine();
            return codes(factors.confirm(current.caller(), code));
        } catch (AccountTrouble e) {
            return e.field().equals("code")
                    ? page(factors.begun(account.mine()), e).status(HttpStatus.BAD_REQUEST)
                    : refused(e);
        }
    }

    @PostMapping("/codes")
    Page renew(@RequestParam(defaultValue = "") String present, @RequestParam(defaultValue = "") String code) {
        try {
            account.mine();
            return codes(factors.renew(current.caller(), present, code));
        } catch (AccountTrouble e) {
            return refused(e);
        }
    }

    @PostMapping("/remove")
    Object remove(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response) {
        try {
            account.mine();
            factors.remove(current.caller(), present, code);
            Notices.say(response, "The app is removed. Your password alone lets you in.");
            return "redirect:/account/second-factor";
        } catch (AccountTrouble e) {
            return refused(e);
        }
    }

    private Page refused(AccountTrouble trouble) {
        return page(null, trouble).status(HttpStatus.BAD_REQUEST);
    }

    /// @param begun  what an app is told; null while nothing was begun
    private Page page(@Nullable Enrolment begun, @Nullable AccountTrouble trouble) {
        return Page.of("identity/second-factor", Section.SETTINGS, "Second factor")
                .crumb("My account", "/account")
                .with("factor", factors.find(account.mine()))
                .with("begun", begun)
                .with("errors", LinkPages.errors(trouble));
    }

    private static Page codes(List<String> codes) {
        return Page.of("identity/recovery-codes", Section.SETTINGS, "Keep your recovery codes")
                .crumb("My account", "/account")
                .with("codes", codes)
                .with("next", "/account/second-factor");
    }
}
