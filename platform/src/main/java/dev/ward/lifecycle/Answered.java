package dev.ward.lifecycle;

import org.jspecify.annotations.Nullable;

/// The answer to a requirement, and why.
///
/// @param because  a sentence for people
/// @param extent   how many are missing; 0 where nothing is counted
/// @param link     the list or page behind it; null when there is none
public record Answered(
        Answer answer,
        String because,
        long extent,
        @Nullable String link) {

    public static Answered met(String because, @Nullable String link) {
        return new Answered(Answer.MET, because, 0, link);
    }

    public static Answered notMet(String because, long extent, @Nullable String link) {
        return new Answered(Answer.NOT_MET, because, extent, link);
    }

    public static Answered unknown(String because, @Nullable String link) {
        return new Answered(Answer.UNKNOWN, because, 0, link);
    }
}
