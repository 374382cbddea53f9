package dev.ward.standards.sbom;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The hash algorithms that an SBOM may name, and how many hexadecimal digits their values have.
///
/// Source: CycloneDX 1.7, `hash-alg`; SPDX 2.3, 7.10.
final class HashAlgorithm {

    private static final Map<String, Integer> DIGITS = Map.ofEntries(
            Map.entry("MD5", 32),
            Map.entry("SHA-1", 40),
            Map.entry("SHA-224", 56),
            Map.entry("SHA-256", 64),
            Map.entry("SHA-384", 96),
            Map.entry("SHA-512", 128),
            Map.entry("SHA3-256", 64),
            Map.entry("SHA3-384", 96),
            Map.entry("SHA3-512", 128),
            Map.entry("BLAKE2b-256", 64),
            Map.entry("BLAKE2b-384", 96),
            Map.entry("BLAKE2b-512", 128),
            Map.entry("BLAKE3", 0),
            Map.entry("Streebog-256", 64),
            Map.entry("Streebog-512", 128),
            Map.entry("MD2", 32),
            Map.entry("MD4", 32),
            Map.entry("MD6", 0),
            Map.entry("ADLER32", 8));

    private HashAlgorithm() {}

    /// CycloneDX's spelling of a name in that of SPDX: `SHA256` is `SHA-256`; others stay as they are.
    static String fromSpdx(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.matches("SHA[0-9]+") ? "SHA-" + upper.substring(3) : name;
    }

    /// How many digits a value has; 0 when any number is allowed; null when the algorithm is not known.
    static @Nullable Integer digits(String algorithm) {
        return DIGITS.get(algorithm);
    }
}
