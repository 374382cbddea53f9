package dev.ward.home;

import dev.ward.identity.Public;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.PublicAddress;
import dev.ward.web.SettingTrouble;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says to whom a weakness of this server is reported: the setting `ward.security-contact`.
///
/// Source: RFC 9116, 2.5.
@RestController
class SecurityText {

    private static final String PATH = "/.well-known/security.txt";
    private static final Set<String> SCHEMES = Set.of("mailto", "https", "tel");

    /// What is told is as fresh as the operator's setting, which was read at the start.
    private static final Duration VALID = Duration.ofDays(30);

    private final String contact;
    private final PublicAddress address;
    private final Clock clock;

    /// @param contact  `mailto:psirt@maker.example`, `https://…` or `tel:…`; empty when the operator names nobody
    /// @throws SettingTrouble  when it is none of them
    SecurityText(@Value("${ward.security-contact:}") String contact, PublicAddress address, Clock clock) {
        this.contact = contact.isBlank() ? "" : checked(contact.strip());
        this.address = address;
        this.clock = clock;
    }

    private static String checked(String contact) {
        SettingTrouble wrong = new SettingTrouble(
                "WARD_SECURITY_CONTACT is \"%s\"; write an address that begins with mailto:, https: or tel:"
                        .formatted(contact));
        try {
            URI uri = URI.create(contact);
            if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme())) {
                return uri.toASCIIString();
            }
        } catch (IllegalArgumentException e) {
            wrong.initCause(e);
        }
        throw wrong;
    }

    @Public
    @GetMapping(PATH)
    ResponseEntity<String> tell() {
        if (contact.isEmpty()) {
            throw ProblemException.of(Problem.NOT_FOUND, "The operator of this Ward names no security contact.");
        }
        String canonical = address.isSet() ? "Canonical: %s\n".formatted(address.of(PATH, 0)) : "";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=utf-8"))
                .body("Contact: %s\nExpires: %s\n%s"
                        .formatted(contact, clock.instant().plus(VALID).truncatedTo(ChronoUnit.DAYS), canonical));
    }
}
