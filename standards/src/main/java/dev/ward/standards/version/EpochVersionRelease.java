package dev.ward.standards.version;

import org.jspecify.annotations.Nullable;

/// A version as the packagers of a distribution write it: `1:2.34-5`.
///
/// @param epoch    digits; empty where none is written, which is epoch 0
/// @param version  what the first publisher calls it; never empty
/// @param release  what stands behind the last hyphen, never empty; null where there is none
record EpochVersionRelease(
        String epoch, String version, @Nullable String release) {

    static @Nullable EpochVersionRelease parse(String text) {
        int colon = text.indexOf(':');
        if (colon >= 0 && !Digits.areDigits(text, 0, colon)) {
            return null;
        }
        int hyphen = text.lastIndexOf('-');
        String version = text.substring(colon + 1, Math.max(colon + 1, hyphen < 0 ? text.length() : hyphen));
        String release = hyphen < 0 ? null : text.substring(hyphen + 1);
        if (version.isEmpty() || (release != null && release.isEmpty())) {
            return null;
        }
        return new EpochVersionRelease(colon < 0 ? "" : text.substring(0, colon), version, release);
    }
}
