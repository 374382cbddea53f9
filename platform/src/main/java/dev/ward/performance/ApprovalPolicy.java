package dev.ward.performance;

import dev.ward.identity.AccountId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What may be approved, and by whom.
final class ApprovalPolicy {

    private ApprovalPolicy() {}

    /// Says what stands in the way, whoever approves.
    ///
    /// @param inForce  the functions of the version in force; null when there is none
    static List<String> obstacles(List<EssentialFunction> functions, @Nullable List<EssentialFunction> inForce) {
        List<String> obstacles = new ArrayList<>();
        if (functions.isEmpty()) {
            obstacles.add("It describes no function yet.");
        }
        if (inForce != null && functions.equals(inForce)) {
            obstacles.add("It says what the version in force says already.");
        }
        for (EssentialFunction function : functions) {
            List<String> unanswered = function.unanswered();
            if (!unanswered.isEmpty()) {
                obstacles.add("\"%s\" leaves open: %s. Say it, or mark it as not known."
                        .formatted(function.name(), String.join(", ", unanswered)));
            }
        }
        return obstacles;
    }

    /// Whether somebody else than the approver has a part in it. What was changed by a token counts as changed by
    /// whoever
    /// answers for the token; what nobody answers for counts as nobody's.
    static boolean hasAnotherAuthor(Collection<Author> authors, AccountId approver) {
        return authors.stream().map(Author::owner).filter(Objects::nonNull).anyMatch(owner -> !owner.equals(approver));
    }
}
