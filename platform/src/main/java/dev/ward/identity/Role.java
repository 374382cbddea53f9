package dev.ward.identity;

import java.util.Set;

/// @param name   as commands and the API spell it: `product-security`
/// @param title    for people: "Product security"
/// @param outside  whether it is one for people of other organisations, and for them alone
public record Role(String name, String title, boolean outside, Set<Permission> permissions) {

    public static final String ADMINISTRATOR = "administrator";

    /// The role of customers' people.
    public static final String HOSPITAL = "hospital";

    /// The role of an authority's inspectors, who see what an inspection lays open and nothing else.
    public static final String INSPECTOR = "inspector";

    public Role {
        permissions = Set.copyOf(permissions);
    }
}
