package dev.ward.signature;

import dev.ward.identity.Accounts;
import dev.ward.identity.Caller;
import dev.ward.identity.CompanySignIn;
import dev.ward.identity.Passkeys;
import dev.ward.identity.Reauthenticated;
import dev.ward.identity.Reauthentication;
import dev.ward.identity.SecondFactors;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Recognises who signs. The first signature of a series takes the e-mail address and the password; each
/// further one takes the password. Who has an authenticator app shows its code at each. A passkey stands
/// for all of them, as it is used by who has the device and knows its PIN or has the finger. A series is
/// of one session, and ends when nothing is signed for a while.
///
/// Source: 21 CFR 11.200(a)(1).
@Component
public class Signing {

    /// A pause after which a series of signatures is over.
    static final Duration SERIES = Duration.ofMinutes(30);

    static final String IDENTIFIER = "identifier";
    static final String PASSWORD = "password";
    static final String TOTP = "totp";
    static final String PASSKEY = "passkey";
    static final String OIDC = "oidc";

    private final Reauthentication reauthentication;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final CompanySignIn company;
    private final Accounts accounts;
    private final SignatureRepository signatures;
    private final Clock clock;

    Signing(
            Reauthentication reauthentication,
            SecondFactors factors,
            Passkeys passkeys,
            CompanySignIn company,
            Accounts accounts,
            SignatureRepository signatures,
            Clock clock) {
        this.reauthentication = reauthentication;
        this.factors = factors;
        this.passkeys = passkeys;
        this.company = company;
        this.accounts = accounts;
        this.signatures = signatures;
        this.clock = clock;
    }

    /// Whether the next signature of the caller begins a series, and takes all components.
    public boolean isFirst(Caller caller) {
        UUID session = caller.session();
        return session == null
                || !signatures.signedSince(session, clock.instant().minus(SERIES));
    }

    /// Call it outside of a transaction, and sign at once with what it gives.
    ///
    /// @throws ProblemException  for a token; when a component is missing or wrong, in the field
    ///                           `identifier`, `password`, `code`, `passkey` or `company`
    public Signer confirm(Caller caller, Shown shown) {
        UUID session = caller.session();
        if (session == null) {
            throw ProblemException.of(Problem.FORBIDDEN, "Only a person signs, in a session of their own.");
        }
        ZoneId where = zone(shown.zone());
        if (shown.company()) {
            return new Signer(company.confirm(caller), List.of(OIDC), session, where);
        }
        return shown.passkey().isEmpty()
                ? byPassword(caller, shown, session, where)
                : new Signer(passkeys.confirm(caller, shown.passkey()), List.of(PASSKEY), session, where);
    }

    private Signer byPassword(Caller caller, Shown shown, UUID session, ZoneId where) {
        String email = shown.identifier();
        if (isFirst(caller) && email.isEmpty()) {
            throw TypedText.refused(
                    IDENTIFIER,
                    "The first signature of a series takes your e-mail address as well as your password.",
                    "is needed for the first signature of a series");
        }
        Reauthenticated person = reauthentication.confirm(caller, shown.password());
        if (!email.isEmpty() && !accounts.hasEmail(caller, email)) {
            throw TypedText.refused(IDENTIFIER, "That is not your e-mail address.", "is not yours");
        }
        List<String> components = new ArrayList<>();
        if (!email.isEmpty()) {
            components.add(IDENTIFIER);
        }
        components.add(PASSWORD);
        if (factors.confirmForSigning(caller, shown.code())) {
            components.add(TOTP);
        }
        return new Signer(person, components, session, where);
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw TypedText.refused("zone", "There is no time zone \"%s\".".formatted(name), "is no time zone");
        }
    }
}
