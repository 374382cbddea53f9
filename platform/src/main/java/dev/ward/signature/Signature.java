package dev.ward.signature;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An electronic signature, as it is shown with what it signed.
///
/// @param of          what was signed
/// @param signerId    the account, which is never given to somebody else
/// @param signerName  as printed
/// @param signerRole  as what: the role, or "deputy of …" with the role of whom they stood in for
/// @param components  with what the signer was recognised: `identifier`, `password`, `totp`; or `passkey`; or `oidc`
/// @param session     in which it was signed
/// @param zone        where the signer was
/// @param seal        the SHA-256 over everything above, as it was kept
/// @param voided      null while it stands
/// @param clock       what was known of the clock when it was signed; looked up, and not under the seal
///
/// Source: 21 CFR 11.50, 11.70, 11.200.
public record Signature(
        UUID id,
        Signable of,
        Meaning meaning,
        UUID signerId,
        String signerName,
        String signerRole,
        List<String> components,
        UUID session,
        Instant at,
        ZoneId zone,
        String seal,
        @Nullable Voided voided,
        ClockState clock) {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx '('VV')'", Locale.ROOT);

    public Signature {
        components = List.copyOf(components);
    }

    /// @param because  what was changed
    public record Voided(Instant at, String because, String by) {}

    /// The same with what was known of the clock.
    Signature with(ClockState known) {
        return new Signature(
                id, of, meaning, signerId, signerName, signerRole, components, session, at, zone, seal, voided, known);
    }

    public boolean stands() {
        return voided == null;
    }

    /// The instant on the signer's clock, with its zone.
    public String localTime() {
        return LOCAL.format(at.atZone(zone));
    }

    /// Whether it belongs to the record as it is given, and was not changed since.
    public boolean seals(String content) {
        return of.content().equals(content) && seal.equals(sealed());
    }

    /// What the seal is when nothing was changed.
    String sealed() {
        Map<String, Object> all = new TreeMap<>();
        all.put("layout", 1);
        all.put("id", id.toString());
        all.put("recordType", of.type());
        all.put("recordId", of.id().toString());
        all.put("recordVersion", of.version());
        all.put("part", of.part());
        all.put("meaning", meaning.word());
        all.put("statement", of.statement());
        all.put("sha256", of.sha256());
        all.put("signerId", signerId.toString());
        all.put("signerName", signerName);
        all.put("signerRole", signerRole);
        all.put("components", components);
        all.put("session", session.toString());
        all.put("at", at.toString());
        all.put("zone", zone.getId());
        return CanonicalRecord.sha256(CanonicalRecord.of(all));
    }
}
