package dev.ward.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a list.
///
/// @param next  the cursor of the part that follows; null when this is the last
public record Slice<T>(List<T> items, @Nullable String next) {

    public static final int USUAL_LIMIT = 50;
    public static final int MOST = 500;

    public Slice {
        items = List.copyOf(items);
    }

    /// Cuts what was read with `limit + 1` rows, so that the one too many tells whether more follows.
    ///
    /// @param cursor  the cursor behind an item
    public static <T> Slice<T> of(List<T> oneMore, int limit, Function<T, Cursor> cursor) {
        if (oneMore.size() <= limit) {
            return new Slice<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, limit);
        return new Slice<>(items, cursor.apply(items.getLast()).toString());
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> mapping) {
        return new Slice<>(items.stream().<R>map(mapping).toList(), next);
    }

    /// Reads the parameter `limit`.
    ///
    /// @param limit  null when it is absent
    /// @throws ProblemException  when it is not from 1 to 500
    public static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return USUAL_LIMIT;
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.of(
                            Problem.INVALID, "The limit must be from 1 to %d, not \"%d\".".formatted(MOST, limit))
                    .with("limit", "must be from 1 to " + MOST);
        }
        return limit;
    }
}
