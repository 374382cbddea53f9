package dev.ward.identity;

/// Who reads, and what they may see. Every read of an aggregate takes one: lists, counts, searches, exports,
/// jobs.
///
/// Today everyone sees everything that their permissions open. What is to be seen by few (an embargoed case,
/// another hospital's devices) will be decided here and nowhere else.
///
/// @param id       of the person, token or machine that reads
/// @param sighted  whether anything is to be seen at all
public record Reader(String id, boolean sighted) {

    /// Ward itself, in a job: sees everything.
    public static Reader machine(String name) {
        return new Reader(name, true);
    }

    /// Someone from whom everything is hidden: what tests look through, to find reads that ask nobody.
    public static Reader blind(String id) {
        return new Reader(id, false);
    }

    /// Gives the condition for a statement that reads an aggregate; put it into its `WHERE`.
    ///
    /// @param alias  the table or view whose rows are to be seen
    public String sees(String alias) {
        return sighted ? "TRUE" : "FALSE";
    }
}
