package dev.ward.audit;

/// What a verification found.
public sealed interface Verdict {

    /// Every entry follows from the one before it, and everything that the chain commits to is as it was.
    ///
    /// @param withheld  how many entries the file does not show; the chain goes through their hashes
    record Whole(ChainHead head, long withheld) implements Verdict {}

    /// @param seq    the first broken entry
    /// @param fault  what is wrong with it, for people
    record Broken(long seq, String fault) implements Verdict {}
}
