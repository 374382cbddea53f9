package dev.ward.identity;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who reads, and what they may see. Every read of an aggregate takes one: lists, counts, searches,
/// exports, jobs.
///
/// Of the manufacturer, everyone sees everything that their permissions open; somebody from outside sees
/// what is their organisation's, and nothing that is nobody's. What is restricted to named people (an
/// embargoed case) only they see.
///
/// @param id            of the person, token or machine that reads
/// @param sighted       whether anything is to be seen at all
/// @param organisation  whose rows alone are to be seen; null for the manufacturer's own
/// @param machine       whether it is Ward itself, from whom nothing is restricted
/// @param lent          what stands among the named people for this reader too, as long as it holds; from
///                      [TemporarySight]
public record Reader(
        String id, boolean sighted, @Nullable OrganisationId organisation, boolean machine, Set<UUID> lent) {

    public Reader {
        lent = Set.copyOf(lent);
    }

    /// A person or a token.
    public Reader(String id, boolean sighted, @Nullable OrganisationId organisation) {
        this(id, sighted, organisation, false, Set.of());
    }

    /// Ward itself, in a job: sees everything.
    public static Reader machine(String name) {
        return new Reader(name, true, null, true, Set.of());
    }

    /// Someone from whom everything is hidden: what tests look through, to find reads that ask nobody.
    public static Reader blind(String id) {
        return new Reader(id, false, null);
    }

    /// Gives the condition for a statement that reads an aggregate; put it into its `WHERE`.
    ///
    /// @param alias  the table or view whose rows are to be seen
    public String sees(String alias) {
        return sighted && organisation == null ? "TRUE" : "FALSE";
    }

    /// The same for rows that belong to organisations.
    ///
    /// @param column  where the row names its organisation, `d.customer_id`
    public String seesOf(String column) {
        if (!sighted) {
            return "FALSE";
        }
        return organisation == null ? "TRUE" : "%s = '%s'::uuid".formatted(column, organisation);
    }

    /// The same for rows that may be restricted to some people of the manufacturer. A token is nobody of
    /// them.
    ///
    /// @param column  an array of the ids of the accounts that alone see the row, null for everyone;
    ///                `c.restricted_to`
    public String seesRestricted(String column) {
        if (!sighted || organisation != null) {
            return "FALSE";
        }
        if (machine) {
            return "TRUE";
        }
        try {
            String own = "'%s'::uuid = ANY (%s)".formatted(UUID.fromString(id), column);
            return "(%s IS NULL OR %s%s)".formatted(column, own, orLent(column));
        } catch (IllegalArgumentException e) {
            return column + " IS NULL";
        }
    }

    private String orLent(String column) {
        return lent.isEmpty()
                ? ""
                : lent.stream()
                        .map("'%s'"::formatted)
                        .collect(Collectors.joining(",", " OR " + column + " && ARRAY[", "]::uuid[]"));
    }
}
