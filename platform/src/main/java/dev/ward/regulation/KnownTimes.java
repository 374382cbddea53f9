package dev.ward.regulation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The times of a case that are never one: when what it is about was published, when it was heard of here,
/// when a machine matched it, and when a person first looked at it. When somebody learned of it is none of
/// these: that is declared.
public record KnownTimes(Time published, Time ingested, Time matched, Time viewed) {

    /// Of a case of which none is known.
    public static final KnownTimes NONE = new KnownTimes(
            new Time("Published", null, ""),
            new Time("Ingested", null, ""),
            new Time("Matched", null, ""),
            new Time("First viewed", null, ""));

    public List<Time> all() {
        return List.of(published, ingested, matched, viewed);
    }

    Stream<Time> known() {
        return all().stream().filter(one -> one.at() != null);
    }

    /// @param what  "Published"
    /// @param at    the first; null when it is not known
    /// @param from  where it comes from, in words, or why it is not known
    public record Time(String what, @Nullable Instant at, String from) {}
}
