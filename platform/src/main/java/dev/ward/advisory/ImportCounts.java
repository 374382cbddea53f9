package dev.ward.advisory;

/// What an import brought.
///
/// @param told     records, entries or scores that could be read
/// @param created  of these, not known before
/// @param revised  known, but with other content or state
/// @param retired  entries that were known, and that a newer catalogue lists no more
/// @param older    modified before what is known already, and so left aside
/// @param unread   parts that could not be read, or were kept but marked
public record ImportCounts(long told, long created, long revised, long retired, long older, long unread) {

    /// Known with the same content, or told twice.
    public long unchanged() {
        return Math.max(0, told - created - revised - older);
    }

    boolean changedSomething() {
        return created + revised + retired > 0;
    }
}
