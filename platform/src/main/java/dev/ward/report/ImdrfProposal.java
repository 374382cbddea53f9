package dev.ward.report;

import dev.ward.standards.due.DueFacts.Association;
import dev.ward.standards.due.DueFacts.ExploitationState;
import java.util.ArrayList;
import java.util.List;

/// A code that Ward proposes, and why. Whoever reports chooses.
record ImdrfProposal(ImdrfCode code, String because) {

    /// @param flaws         the vulnerabilities of the case, by name
    /// @param exploitation  what is known of malicious use; what is not known excludes nothing
    static List<ImdrfProposal> of(List<String> flaws, ExploitationState exploitation, Association association) {
        if (flaws.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", flaws);
        List<ImdrfProposal> proposals = new ArrayList<>();
        if (association != Association.RULED_OUT) {
            proposals.add(new ImdrfProposal(ImdrfCode.A1105, "the case is about the security of the device: " + names));
            proposals.add(exploited(names, exploitation));
            proposals.add(new ImdrfProposal(
                    ImdrfCode.C1007,
                    association == Association.ASSOCIATED
                            ? "clinical safety finds that the vulnerability contributed: " + names
                            : "a vulnerability was found, and nobody has ruled out that it contributed: " + names));
        }
        return List.copyOf(proposals);
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
