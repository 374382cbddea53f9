package dev.ward.portal;

import dev.ward.audit.Act;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import org.jspecify.annotations.Nullable;

/// What is told to the audit trail of claims, and what is refused.
final class ClaimActs {

    private static final String SUBJECT = "claim";

    private ClaimActs() {}

    static Act made(ClaimId id, Said said) {
        Act act = Act.of("claim.made", SUBJECT, id.toString());
        return switch (said) {
            case Said.OfDevice device -> made(act, device);
            case Said.OfContact contact ->
                act.after("contact", contact.contact() == null ? "new" : text(contact.contact()));
            case Said.WantsSbom sbom -> act.after("sbom", sbom.release().toString());
        };
    }

    private static Act made(Act act, Said.OfDevice device) {
        Said.Installed installed = device.installed();
        return act.after("device", text(device.device()))
                .after("di", device.label().di())
                .after("serial", device.label().serial())
                .after("lot", device.label().lot())
                .after("presence", device.presence().word())
                .after("release", installed == null ? null : text(installed.release()))
                .after("version", installed == null ? null : installed.version())
                .after("since", installed == null ? null : text(installed.since()))
                .after("site", device.site() == null ? null : device.site().id().toString())
                .after("networked", text(device.networked()))
                .after("note", device.note())
                .personal("note");
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static ProblemException ended(Claim claim) {
        return ProblemException.of(
                Problem.CONFLICT,
                "The claim about %s has its answer already: %s."
                        .formatted(claim.said().about(), claim.state().title().toLowerCase(java.util.Locale.ROOT)));
    }
}
