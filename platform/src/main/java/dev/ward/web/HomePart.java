package dev.ward.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of the first page after sign-in: what changed, what waits. Each module contributes its own as beans.
public interface HomePart {

    /// The heading: "New findings".
    String title();

    /// The template below `src/main/jte` without its ending. It gets `frame` as every template.
    String view();

    /// The template's parameters; null when there is nothing to say.
    @Nullable
    Map<String, Object> model();

    /// The name of the permission without which it is not shown.
    String permission();

    /// Where it stands, smallest first.
    int order();

    /// Whether it stands in the narrow column.
    default boolean aside() {
        return false;
    }
}
