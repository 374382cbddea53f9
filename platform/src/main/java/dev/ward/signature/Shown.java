package dev.ward.signature;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a signer shows to be recognised by. What is not shown is empty.
///
/// @param identifier  the e-mail address; needed beside the password for the first of a series
/// @param code        that the signer's app shows; of no account when they have none
/// @param passkey     what the browser answered; stands in place of all else
/// @param company     whether the company's sign-in has recognised the signer a moment ago, and is to
///                    stand in place of all else
/// @param zone        where the signer is, `Europe/Berlin`; null when it is not told, which means UTC
public record Shown(
        String identifier,
        String password,
        String code,
        String passkey,
        boolean company,
        @Nullable String zone) {

    /// From the fields of `signature/fields`.
    public static Shown of(Map<String, String> form) {
        return new Shown(
                form.getOrDefault("identifier", "").strip(),
                form.getOrDefault("password", ""),
                form.getOrDefault("code", ""),
                form.getOrDefault("passkey", "").strip(),
                form.getOrDefault("company", "").equals("yes"),
                form.get("zone"));
    }

    /// The password beside the e-mail address.
    public static Shown of(String identifier, String password, String zone) {
        return new Shown(identifier, password, "", "", false, zone);
    }

    /// What of a form may be shown again: all but that by which somebody is recognised.
    public static Map<String, String> withheld(Map<String, String> form) {
        Map<String, String> rest = new HashMap<>(form);
        rest.keySet().removeAll(Set.of("password", "code", "passkey", "company", "_csrf"));
        return rest;
    }

    /// What was shown is nobody's to read.
    @Override
    public String toString() {
        return "Shown[]";
    }
}
