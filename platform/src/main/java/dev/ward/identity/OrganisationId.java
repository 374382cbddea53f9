package dev.ward.identity;

import java.util.UUID;

/// The organisation outside of the manufacturer whose person somebody is. Which one it is, the module knows that keeps
/// customers.
public record OrganisationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
