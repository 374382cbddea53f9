package dev.ward.report;

import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.ExploitationState;
import java.util.Collection;
import java.util.List;

/// A code that Ward proposes, and why. Whoever reports chooses.
record ImdrfProposal(ImdrfCode code, String because) {

    private static final List<Association> GRAVEST_FIRST =
            List.of(Association.ASSOCIATED, Association.SUSPECTED, Association.UNKNOWN, Association.RULED_OUT);

    /// Of an event. None where clinical safety ruled out that the vulnerability contributed.
    ///
    /// @param flaws         the vulnerabilities of the case, by name
    /// @param exploitation  what is known of malicious use; what is not known excludes nothing
    static List<ImdrfProposal> of(List<String> flaws, ExploitationState exploitation, Association association) {
        return association == Association.RULED_OUT ? List.of() : proposals(flaws, exploitation, judged(association));
    }

    /// Of a field action, which is about the vulnerability whatever events came of it.
    ///
    /// @param associations  of each event; the gravest is named
    static List<ImdrfProposal> ofAction(
            List<String> flaws, ExploitationState exploitation, Collection<Association> associations) {
        return proposals(
                flaws,
                exploitation,
                GRAVEST_FIRST.stream()
                        .filter(associations::contains)
                        .findFirst()
                        .map(ImdrfProposal::judged)
                        .orElse("no event is entered"));
    }

    private static List<ImdrfProposal> proposals(List<String> flaws, ExploitationState exploitation, String judged) {
        if (flaws.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", flaws);
        return List.of(
                new ImdrfProposal(ImdrfCode.A1105, "the case is about the security of the device: " + names),
                exploited(names, exploitation),
                new ImdrfProposal(ImdrfCode.C1007, "%s was found in the device; %s".formatted(names, judged)));
    }

    private static String judged(Association association) {
        return "clinical safety: "
                + switch (association) {
                    case ASSOCIATED -> "associated";
                    case SUSPECTED -> "suspected";
                    case RULED_OUT -> "ruled out";
                    case UNKNOWN -> "not judged";
                };
    }

    private static ImdrfProposal exploited(String names, ExploitationState exploitation) {
        return switch (exploitation) {
            case ACTIVE, SUSPECTED ->
                new ImdrfProposal(
                        ImdrfCode.A110502,
                        exploitation == ExploitationState.ACTIVE
                                ? "malicious use of the vulnerability is known; check that it was in this device"
                                : "malicious use of the vulnerability is suspected");
            case NONE, UNKNOWN ->
                new ImdrfProposal(
                        ImdrfCode.A110501,
                        "the software of the device holds %s; %s"
                                .formatted(
                                        names,
                                        exploitation == ExploitationState.NONE
                                                ? "no malicious use is known"
                                                : "whether somebody got access is not known: A110502 where somebody"
                                                        + " did"));
        };
    }

    String words() {
        return "%s – %s (annex %s). Proposed, as %s.".formatted(code, code.words(), code.annex(), because);
    }

    static List<String> words(List<ImdrfProposal> proposals, char annex) {
        return proposals.stream()
                .filter(one -> one.code().annex() == annex)
                .map(ImdrfProposal::words)
                .toList();
    }
}
