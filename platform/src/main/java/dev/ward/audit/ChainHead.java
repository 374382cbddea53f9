package dev.ward.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The newest entry of a chain. Noted elsewhere, it proves later that nothing up to it was cut off or written anew.
///
/// @param seq   number of the entry, which is also the number of entries; 0 for an empty chain
/// @param hash  its hash, 64 hexadecimal digits
public record ChainHead(long seq, String hash) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /// Reads `SEQ:HASH`, as [#toString()] writes it.
    public static Optional<ChainHead> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new ChainHead(Long.parseLong(form.group(1)), form.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return seq + ":" + hash;
    }
}
