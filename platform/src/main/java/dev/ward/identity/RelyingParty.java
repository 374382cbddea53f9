package dev.ward.identity;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// The Ward for which a passkey is made, by the address at which the browser has it. Who reaches Ward by another
/// address
/// needs another passkey. The firewall lets no name through but the operator's, or the loopback's.
///
/// @param id      the host: `ward.example`
/// @param origin  scheme, host and port: `https://ward.example`
///
/// Source: W3C Web Authentication Level 3, 4 (RP ID), 13.4.9.
record RelyingParty(String id, String origin) {

    /// The one that the request at hand asks.
    static RelyingParty present() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet) {
            return of(servlet.getRequest());
        }
        throw new IllegalStateException("a passkey is asked for in a request alone");
    }

    static RelyingParty of(HttpServletRequest request) {
        String scheme = request.getScheme().toLowerCase(Locale.ROOT);
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        int port = request.getServerPort();
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return new RelyingParty(host, scheme + "://" + host + (usual ? "" : ":" + port));
    }

    /// Whether browsers make passkeys for it: for a name by https, and for this machine as `localhost`.
    boolean isPossible() {
        return id.equals("localhost") || (origin.startsWith("https:") && !id.matches("[\\d.]+|\\[.*"));
    }

    ServerProperty expecting(byte[] challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(origin))
                .rpId(id)
                .challenge(new DefaultChallenge(challenge))
                .build();
    }
}
