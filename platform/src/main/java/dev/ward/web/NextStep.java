package dev.ward.web;

/// A step that makes an empty installation useful, shown on the first page until it is done. Each module contributes
/// its
/// own as beans.
public interface NextStep {

    /// What to do: "Add a product".
    String title();

    /// Why, in a sentence.
    String reason();

    /// The page on which it is done.
    String path();

    /// The name of the permission that it needs.
    String permission();

    /// Where it stands, smallest first: products 10, sources 20, SBOMs 30.
    int order();

    boolean done();
}
