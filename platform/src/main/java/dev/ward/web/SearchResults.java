package dev.ward.web;

import java.util.List;

/// What the search box finds among one module's things. Each module contributes a bean.
public interface SearchResults {

    /// The heading above what is found: "Releases".
    String title();

    /// The name of the permission without which it is not asked.
    String permission();

    /// Where it stands, smallest first.
    int order();

    /// @param text  what was typed, 1 to 200 characters without space around them
    /// @param most  how many to find at most
    List<Hit> find(String text, int most);

    /// @param detail  a line that tells it from its like; empty for none
    /// @param path    its page
    record Hit(String title, String detail, String path) {}
}
