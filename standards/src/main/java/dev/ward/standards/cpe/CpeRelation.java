package dev.ward.standards.cpe;

/// How the set of products that one CPE name names stands to that of another.
///
/// Source: NISTIR 7696, 6.2 and 7.2.
public enum CpeRelation {
    DISJOINT,
    EQUAL,
    SUBSET,
    SUPERSET,
    /// The comparison is not defined: the target holds an unquoted wildcard.
    UNDEFINED
}
