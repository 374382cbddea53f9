package dev.ward.identity;

/// What came of somebody's way to the company's sign-in and back.
public sealed interface CompanyArrival {

    /// @param answer  what the door says
    /// @param to      the page that follows
    record AtTheDoor(SignInAnswer answer, String to) implements CompanyArrival {}

    /// What was asked for is done.
    ///
    /// @param words  for people
    /// @param to     the page that follows
    record Done(String words, String to) implements CompanyArrival {}

    /// It did not work.
    ///
    /// @param words  for people
    record Failed(String words) implements CompanyArrival {}
}
