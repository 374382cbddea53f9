package dev.ward.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who acts in the Union for a manufacturer outside of it; null is what nobody has said.
///
/// @param srn  `DE-AR-000000001`
///
/// Source: Regulation (EU) 2017/745, Art. 11, 31.
public record Representative(
        @Nullable String name,
        @Nullable String address,
        @Nullable String srn) {

    static final Representative UNSAID = new Representative(null, null, null);

    /// One a line; empty when nothing is known.
    public List<String> lines() {
        return Stream.of(name, address, srn == null ? null : "SRN " + srn)
                .filter(Objects::nonNull)
                .map(Objects::toString)
                .toList();
    }

    /// What of one that is known by something is not known, in sentences.
    List<String> lacking() {
        List<String> lacking = new ArrayList<>();
        if (name == null) {
            lacking.add("The authorised representative's name is not entered.");
        }
        if (address == null) {
            lacking.add("The authorised representative's address is not entered.");
        }
        if (srn == null) {
            lacking.add("The authorised representative's SRN is not entered.");
        }
        return lacking;
    }
}
