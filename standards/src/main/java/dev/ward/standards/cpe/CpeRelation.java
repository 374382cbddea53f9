package dev.ward.standards.cpe;

/// How the set of products that one CPE name names stands to that of another; or one value to another.
///
/// Source: NISTIR 7696, 6.2 and 7.2.
public enum CpeRelation {
    DISJOINT,
    EQUAL,
    SUBSET,
    SUPERSET,
    /// Of values: the comparison is not defined, for the target holds an unquoted wildcard. Of names: also that they
    /// may overlap, one being wider in this attribute and the other in that.
    UNDEFINED
}
