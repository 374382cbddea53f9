package dev.ward.identity;

/// What a role may do. Which role has which is data: `identity.role_permission`.
public enum Permission {
    PRODUCT_READ,
    PRODUCT_WRITE,
    SBOM_READ,
    SBOM_WRITE,
    FINDING_READ,
    FINDING_WRITE,
    FINDING_EXPORT,
    SOURCE_READ,
    SOURCE_IMPORT,
    JOB_READ,
    AUDIT_READ,
    ACCOUNT_READ,
    ACCOUNT_WRITE,
    TOKEN_WRITE
}
