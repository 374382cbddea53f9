package dev.ward.handling;

import dev.ward.identity.Reader;

/// What an embargo hides, for statements of others that read what is told of cases and signals, such as
/// the audit trail.
public final class Restrictions {

    private Restrictions() {}

    /// Gives the condition for rows that name what they are about; put it into the `WHERE`.
    ///
    /// @param type  the column with the kind of the subject, `case` or `signal` among others
    /// @param id    the column with its public id, as text
    public static String sees(Reader reader, String type, String id) {
        return """
                NOT EXISTS (SELECT FROM handling.published_restriction hidden
                             WHERE hidden.subject_type = %s AND hidden.subject_id = %s AND NOT %s)""".formatted(type, id, reader.seesRestricted("hidden.restricted_to"));
    }
}
