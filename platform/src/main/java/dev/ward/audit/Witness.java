package dev.ward.audit;

/// Knows what only acts can have made, so that a chain without an entry is found out. A module contributes it as a
/// bean.
public interface Witness {

    /// @return what is there although no act made it, "there are accounts"; empty when there is nothing
    String actsWithoutTrail();
}
