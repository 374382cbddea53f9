package dev.ward.identity;

/// In whose name somebody acts who is a deputy.
///
/// @param person  the deputy's own name
/// @param absent  the name of whom they stand in for
/// @param role    the absent person's role, for people
public record Deputising(String person, String absent, String role) {

    /// As it follows the deputy's name.
    public String words() {
        return "deputy of %s (%s)".formatted(absent, role);
    }
}
