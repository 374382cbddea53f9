package dev.ward.web;

import java.util.List;

/// What waits for a person, on the first page. Each module contributes its own as beans.
public interface Waiting {

    /// The name of the permission without which it is not shown.
    String permission();

    /// Where it stands, smallest first.
    int order();

    /// Nothing, when nothing waits.
    List<Item> items();

    /// @param text     "3 candidates to confirm"
    /// @param path     the list of just these
    /// @param trouble  whether something failed, rather than is to be done
    record Item(String text, String path, boolean trouble) {

        /// With a number before the words, in the singular or the plural.
        public static Item of(long count, String one, String many, String path) {
            return new Item(Words.counted(count, one, many), path, false);
        }
    }
}
