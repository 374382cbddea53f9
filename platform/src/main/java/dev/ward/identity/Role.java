package dev.ward.identity;

import java.util.Set;

/// @param name   as commands and the API spell it: `product-security`
/// @param title  for people: "Product security"
public record Role(String name, String title, Set<Permission> permissions) {

    public static final String ADMINISTRATOR = "administrator";

    public Role {
        permissions = Set.copyOf(permissions);
    }
}
