package dev.ward.audit;

/// Rows of bulk acts that a module keeps in its own tables, in place of a manifest beside the chain. A module
/// contributes it as a bean.
public interface RowHistory {

    /// The acts whose rows it keeps, `advisory.imported`.
    String what();

    /// The digest over the rows that are there now.
    ///
    /// @param subjectId  of the act
    /// @param changeSet  of its manifest, as [Manifest#changeSet()]: tells several acts on one subject apart
    /// @return as [Manifest#sha256()]
    byte[] digest(String subjectId, String changeSet);
}
