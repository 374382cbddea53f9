package dev.ward.identity.web;

import dev.ward.identity.Passkeys;
import dev.ward.identity.Public;
import dev.ward.identity.SessionCookie;
import dev.ward.identity.SignInAnswer;
import dev.ward.web.Page;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PasskeySignInPages {

    private final Passkeys passkeys;
    private final SignInPages door;

    PasskeySignInPages(Passkeys passkeys, SignInPages door) {
        this.passkeys = passkeys;
        this.door = door;
    }

    @Public
    @GetMapping("/sign-in/passkey")
    Page form(@RequestParam(defaultValue = "/") String to) {
        return page(to, null);
    }

    @Public
    @PostMapping("/sign-in/passkey")
    Object signIn(
            @RequestParam(defaultValue = "") String passkey,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignInAnswer answer = passkeys.signIn(
                passkey,
                request.getRemoteAddr(),
                SessionCookie.readDevice(request).orElse(null));
        door.count(answer);
        if (answer instanceof SignInAnswer.Welcome welcome) {
            door.enter(welcome, request, response);
            return "redirect:" + SignInPages.inside(to);
        }
        return page(to, "This passkey is not known here, or it took too long. Try again.")
                .status(HttpStatus.UNAUTHORIZED);
    }

    private Page page(String to, @Nullable String error) {
        boolean possible = passkeys.arePossible();
        return Page.of("identity/passkey-sign-in", Section.NONE, "Sign in with a passkey")
                .with("to", SignInPages.inside(to))
                .with("options", possible ? passkeys.beginSignIn() : null)
                .with("error", error);
    }
}
