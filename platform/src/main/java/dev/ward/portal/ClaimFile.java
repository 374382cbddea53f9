package dev.ward.portal;

import java.time.Instant;

/// A file in which a customer said line by line what it has.
///
/// @param by        who sent it
/// @param claimed   lines that became claims
/// @param repeated  lines that say what was said before and waits for an answer
/// @param unread    lines that could not be taken; they are kept, with the reason
public record ClaimFile(ClaimFileId id, String name, Instant at, String by, int claimed, int repeated, int unread) {

    /// A line that could not be taken.
    ///
    /// @param content  as it stood there, cell by cell
    /// @param trouble  a sentence
    public record Unread(int line, String content, String trouble) {}
}
