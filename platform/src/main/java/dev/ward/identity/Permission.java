package dev.ward.identity;

import java.util.EnumSet;
import java.util.Set;

/// What a role may do. Which role has which is data: `identity.role_permission`.
public enum Permission {
    PRODUCT_READ("see products and releases"),
    PRODUCT_WRITE("add and change products and releases"),
    LIFECYCLE_WRITE("plan lifecycles, and close stage gates"),
    DEVIATION_SIGN("sign deviations from a stage gate"),
    PERFORMANCE_WRITE("describe essential performance"),
    PERFORMANCE_APPROVE("approve essential performance"),
    DEVICE_READ("see devices, customers and shipments"),
    DEVICE_WRITE("add, change and import devices, customers and shipments"),
    DEVICE_REPORT("report what is installed on devices"),
    DEVICE_EXPORT("export devices and consignees"),
    SBOM_READ("see SBOMs and components"),
    SBOM_WRITE("upload SBOMs"),
    FINDING_READ("see findings and vulnerabilities"),
    FINDING_WRITE("write notes and close findings"),
    FINDING_EXPORT("export findings"),
    ASSESSMENT_WRITE("assess vulnerabilities"),
    EXPLOITABILITY_SIGN("sign for security"),
    HARM_SIGN("sign for clinical safety"),
    RULE_WRITE("write rules that decide"),
    SIGNAL_READ("see signals"),
    SIGNAL_WRITE("enter and handle signals"),
    CASE_READ("see cases that no embargo hides"),
    CASE_WRITE("open and handle cases"),
    EMERGENCY_OPEN("open an embargoed case in an emergency"),
    EMERGENCY_WATCH("see that cases were opened in an emergency, without what is in them"),
    EMERGENCY_REVIEW("review the emergency openings of cases that they are read in to"),
    PRIVILEGED_NOTE("write and read privileged notes of cases"),
    LEGAL_HOLD("place and lift legal holds"),
    PURGE_SIGN("sign purges of personal data"),
    INSPECTION_OPEN("open inspections, and see what inspectors saw"),
    INSPECTION_READ("see what an inspection lays open"),
    OBLIGATION_READ("see what is due"),
    OBLIGATION_WRITE("enter facts from which it follows what is due"),
    REGULATION_SIGN("sign for regulatory affairs"),
    SOURCE_READ("see sources and imports"),
    SOURCE_IMPORT("import sources"),
    JOB_READ("see jobs and the server's figures"),
    AUDIT_READ("see the audit trail"),
    ACCOUNT_READ("see people's accounts"),
    ACCOUNT_WRITE("change people's accounts and everybody's API tokens"),
    QUALIFICATION_GRANT("grant and revoke qualifications to sign"),
    PORTAL_DECIDE("accept or refuse what customers say"),
    PORTAL_INVITE("invite people of customers"),
    PORTAL_READ("see what the own organisation has"),
    PORTAL_CLAIM("say what is installed at the own organisation"),
    TOKEN_WRITE("make and revoke own API tokens");

    /// All that somebody from outside of the manufacturer can have, whatever their role's rows say.
    static final Set<Permission> OF_OUTSIDERS = Set.copyOf(EnumSet.of(PORTAL_READ, PORTAL_CLAIM, TOKEN_WRITE));

    private final String words;

    Permission(String words) {
        this.words = words;
    }

    /// What it allows, as it follows "may".
    public String words() {
        return words;
    }
}
