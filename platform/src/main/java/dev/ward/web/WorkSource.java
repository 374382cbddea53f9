package dev.ward.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits for one person, thing by thing, on the page "My work". Each module contributes its own as
/// beans; it asks for the person itself, and names only what that person can do now.
public interface WorkSource {

    /// At most so many things of a source are named.
    int MOST = 50;

    List<Item> items();

    /// @param act    what is to be done: "Sign for security"
    /// @param title  of the thing
    /// @param since  when it began to wait; null when nobody wrote it down
    /// @param due    null when no day was set
    record Item(
            String act,
            String title,
            String path,
            @Nullable Instant since,
            @Nullable LocalDate due) {}
}
