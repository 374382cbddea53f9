package dev.ward.web;

import java.util.Optional;

/// Something that those who operate Ward must know as long as it is so; it stands on every page. A module contributes
/// its own as beans.
public interface StandingNotice {

    /// @return for people, a sentence or two: what is wrong and what to do; empty when there is nothing to say to the
    ///         viewer
    Optional<String> words(Viewer viewer);
}
