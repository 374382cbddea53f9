package dev.ward.standards.gudid;

import dev.ward.standards.udi.DeviceIdentifier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One of the identifiers of a record.
///
/// @param value         as it was published
/// @param agency        as it was published: `GS1`, `HIBCC`, `ICCBBA`, `NDC/NHRIC`
/// @param di            the value, checked; null when it breaks the rules of the agency, or the agency issues no UDI
/// @param contains      of a package: the identifier of what is in it, as published
/// @param quantity      of a package: how many of these are in it
/// @param status        of a package: whether it is in commercial distribution
/// @param discontinued  of a package: since when it is not
/// @param packageType   of a package: `case`, `box`
///
/// Source: FDA, GUDID data elements reference table; openFDA, device/udi, `identifiers`.
public record GudidIdentifier(
        String value,
        Role role,
        String agency,
        @Nullable DeviceIdentifier di,
        @Nullable String contains,
        @Nullable Integer quantity,
        @Nullable String status,
        @Nullable LocalDate discontinued,
        @Nullable String packageType) {

    /// What an identifier identifies.
    public enum Role {
        /// The main one, of the base package.
        PRIMARY("Primary"),
        /// The same of another agency.
        SECONDARY("Secondary"),
        /// A package of base packages, or of packages.
        PACKAGE("Package"),
        /// A single device that bears no label of its own.
        UNIT_OF_USE("Unit of Use"),
        /// What is marked on the device itself.
        DIRECT_MARKING("Direct Marking"),
        PREVIOUS("Previous"),
        /// Of a kind that Ward does not know.
        OTHER("");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        static Role named(String type) {
            for (Role role : values()) {
                if (role.word.equalsIgnoreCase(type.strip())) {
                    return role;
                }
            }
            return OTHER;
        }
    }
}
