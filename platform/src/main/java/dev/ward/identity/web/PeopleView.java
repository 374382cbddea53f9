package dev.ward.identity.web;

/// What the page of people shows besides the people. Public because templates are compiled in another package.
public final class PeopleView {

    private PeopleView() {}

    /// What the form holds, so that nobody types it twice.
    public record Draft(String email, String name, String role) {

        static final Draft EMPTY = new Draft("", "", "");
    }

    /// A link that is shown once.
    ///
    /// @param signs  whether it is for somebody new whose role signs something
    public record Link(String name, String address, boolean signs) {}
}
