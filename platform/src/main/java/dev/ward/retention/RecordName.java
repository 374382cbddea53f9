package dev.ward.retention;

/// A record by its kind and its id, as the audit trail names it.
///
/// @param id  of a case its number; of a decision the id of the assessment; else a UUID
public record RecordName(RecordKind kind, String id) {

    /// The page of the record itself.
    public String address() {
        return switch (kind) {
            case CASE -> "/cases/" + id;
            case SIGNAL -> "/signals/" + id;
            case DECISION -> "/assessments/" + id;
            case EVENT, CHANGE, RECALL -> "/records/" + kind.word() + "/" + id + "/at";
            case PAST_CORRECTION -> "/due/past/" + id;
            case CUSTOMER -> "/customers/" + id;
            case CONTACT -> "/contacts/" + id;
        };
    }

    /// The page of what is kept and held of it.
    public String page() {
        return "/records/" + kind.word() + "/" + id;
    }
}
