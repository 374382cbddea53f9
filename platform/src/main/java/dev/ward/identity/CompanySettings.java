package dev.ward.identity;

import dev.ward.web.SettingTrouble;
import java.net.InetAddress;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The provider of the company's sign-in, as the operator names it. Without an issuer there is none.
///
/// @param issuer  exactly as the provider says it: `https://login.maker.example/realms/maker`
/// @param secret  empty for a client without one, which PKCE alone protects
/// @param name    as people know it: "Maker's sign-in"
@Component
record CompanySettings(
        @Value("${ward.oidc.issuer:}") String issuer,
        @Value("${ward.oidc.client-id:}") String client,
        @Value("${ward.oidc.client-secret:}") String secret,
        @Value("${ward.oidc.name:your company}") String name) {

    CompanySettings {
        if (!issuer.isBlank()) {
            checkAddress(issuer);
            if (client.isBlank()) {
                throw new SettingTrouble("WARD_OIDC_ISSUER is set, and WARD_OIDC_CLIENT_ID is not");
            }
        }
    }

    boolean isSet() {
        return !issuer.isBlank();
    }

    /// Keys and codes come by https alone, but on this machine.
    ///
    /// @throws SettingTrouble  for any other address
    static URI checkAddress(String address) {
        try {
            URI url = URI.create(address.strip());
            boolean safe = "https".equals(url.getScheme())
                    || ("http".equals(url.getScheme()) && isOnThisMachine(url.getHost()));
            if (safe && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new SettingTrouble("\"%s\" is no address".formatted(address), e);
        }
        throw new SettingTrouble("\"%s\" is no address by https".formatted(address));
    }

    private static boolean isOnThisMachine(String host) {
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
