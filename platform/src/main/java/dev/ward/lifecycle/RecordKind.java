package dev.ward.lifecycle;

import dev.ward.web.Worded;
import java.util.List;

/// What is recorded of a release's life beside its stages, and which texts an entry has.
public enum RecordKind implements Worded {
    SIGNING_KEY(
            "Signing key",
            About.RELEASE,
            false,
            Field.line("name", "Name of the key"),
            Field.line("fingerprint", "Fingerprint of the public key"),
            Field.line("custodian", "Custodian"),
            Field.date("rotateBy", "To be replaced by").orNone()),
    PROVISIONING(
            "Provisioning",
            About.RELEASE,
            false,
            Field.line("credentials", "Which credentials and certificates a device gets"),
            Field.lines("how", "How it gets them"),
            Field.line("authority", "Issued by").orNone()),
    INSTALLATION_CHECK(
            "Installation check",
            About.RELEASE,
            false,
            Field.lines("checked", "What was checked"),
            Field.line("result", "Result"),
            Field.line("by", "Checked by")),
    ANNOUNCEMENT("Announcement", About.RELEASE, true, Field.lines("text", "Text of the notice")),
    NOTICE(
            "Notice to a customer",
            About.CUSTOMER,
            true,
            Field.line("channel", "Channel"),
            Field.line("contact", "Sent to")),
    TRANSFER(
            "Transfer of risk",
            About.CUSTOMER,
            true,
            Field.line("by", "Acknowledged by"),
            Field.lines("words", "What was acknowledged").orNone()),
    HANDOVER(
            "Last SBOM and VEX",
            About.RELEASE,
            true,
            Field.line("sbom", "Which SBOM"),
            Field.line("vex", "Which VEX"),
            Field.line("how", "How customers got them")),
    LEGACY_PLAN(
            "Legacy plan",
            About.RELEASE,
            false,
            Field.lines("controls", "Compensating controls"),
            Field.line("owner", "Owner"),
            Field.date("reviewOn", "Next review"),
            Field.lines("residualRisk", "Residual risk, in words")),
    SANITISATION("Sanitisation instructions", About.MODEL, false, Field.lines("instructions", "Instructions")),
    REMOVAL(
            "Removal of data and credentials",
            About.DEVICES,
            false,
            Field.line("data", "How the data was removed"),
            Field.line("credentials", "How the credentials were removed"),
            Field.line("by", "By whom"),
            Field.line("disposal", "What became of the device")),
    REVOCATION(
            "Revoked certificate",
            About.DEVICES,
            false,
            Field.line("certificate", "Serial number or fingerprint of the certificate"),
            Field.line("authority", "Certificate authority"));

    /// What an entry is about, beside the release.
    public enum About {
        RELEASE,
        MODEL,
        CUSTOMER,
        DEVICES
    }

    /// A text that an entry has.
    ///
    /// @param name  as the API calls it
    public record Field(String name, String title, boolean required, boolean lines, boolean date) {

        static Field line(String name, String title) {
            return new Field(name, title, true, false, false);
        }

        static Field lines(String name, String title) {
            return new Field(name, title, true, true, false);
        }

        static Field date(String name, String title) {
            return new Field(name, title, true, false, true);
        }

        Field orNone() {
            return new Field(name, title, false, lines, date);
        }
    }

    private final String title;
    private final About about;
    private final boolean referenced;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nothing changes
    private final List<Field> fields;

    RecordKind(String title, About about, boolean referenced, Field... fields) {
        this.title = title;
        this.about = about;
        this.referenced = referenced;
        this.fields = List.of(fields);
    }

    @Override
    public String title() {
        return title;
    }

    public About about() {
        return about;
    }

    /// Whether an entry must name the document that proves it.
    public boolean isReferenced() {
        return referenced;
    }

    public List<Field> fields() {
        return fields;
    }
}
