package dev.ward.identity.web;

import dev.ward.identity.AccountTrouble;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Passkeys;
import dev.ward.identity.SecondFactors;
import dev.ward.identity.SignedIn;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own passkeys.
@Controller
@RequestMapping("/account/passkeys")
@SignedIn(outsiders = true)
class PasskeyPages {

    private static final String BACK = "redirect:/account/passkeys";

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final MyAccountPages account;
    private final CurrentActor current;

    PasskeyPages(Passkeys passkeys, SecondFactors factors, MyAccountPages account, CurrentActor current) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.account = account;
        this.current = current;
    }

    @GetMapping
    Page show() {
        return page(null, null);
    }

    @PostMapping("/begin")
    Page begin(@RequestParam(defaultValue = "") String present, @RequestParam(defaultValue = "") String code) {
        try {
            account.mine();
            return page(passkeys.begin(current.caller(), present, code), null);
        } catch (AccountTrouble e) {
            return refused(e);
        }
    }

    /// @param passkey  what the browser answered
    @PostMapping
    Object add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String passkey,
            HttpServletResponse response) {
        return doing(
                "The passkey is kept. It lets you in, and signs.",
                response,
                () -> passkeys.add(current.caller(), name, passkey));
    }

    @PostMapping("/{id}/name")
    Object rename(@PathVariable UUID id, @RequestParam(defaultValue = "") String name, HttpServletResponse response) {
        return doing("The passkey has its new name.", response, () -> passkeys.rename(current.caller(), id, name));
    }

    @PostMapping("/{id}/remove")
    Object remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response) {
        return doing("The passkey is removed.", response, () -> passkeys.remove(current.caller(), id, present, code));
    }

    private Object doing(String done, HttpServletResponse response, Runnable act) {
        try {
            account.mine();
            act.run();
            Notices.say(response, done);
            return BACK;
        } catch (AccountTrouble e) {
            return refused(e);
        }
    }

    private Page refused(AccountTrouble trouble) {
        return page(null, trouble).status(HttpStatus.BAD_REQUEST);
    }

    /// @param options  what the browser is asked for a new passkey; null while none was begun
    private Page page(@Nullable String options, @Nullable AccountTrouble trouble) {
        return Page.of("identity/passkeys", Section.SETTINGS, "Passkeys")
                .crumb("My account", "/account")
                .with("passkeys", passkeys.list(account.mine()))
                .with("possible", passkeys.arePossible())
                .with("coded", factors.find(account.mine()).isSetUp())
                .with("options", options)
                .with("errors", LinkPages.errors(trouble));
    }
}
