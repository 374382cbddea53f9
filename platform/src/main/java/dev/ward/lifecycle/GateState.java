package dev.ward.lifecycle;

import dev.ward.identity.Reauthenticated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A gate of a release on a market, as it stands now.
///
/// @param closed  the last time that somebody closed it; null when nobody did
public record GateState(
        Gate gate,
        Market market,
        String version,
        String purpose,
        List<Row> rows,
        @Nullable Closure closed) {

    /// A requirement, its answer now, and what covers its absence.
    ///
    /// @param declared    what was declared; null when nothing was, or it is computed
    /// @param deviations  those that hold today and cover what is missing
    public record Row(
            Requirement requirement,
            Answered answered,
            @Nullable Declaration declared,
            List<Deviation> deviations) {

        public boolean isPassed() {
            return answered.answer() == Answer.MET || !deviations.isEmpty();
        }
    }

    public record Declaration(String requirement, boolean met, String words, String reference, String by, Instant at) {}

    /// @param answer     what it was when it was signed, with its reason and extent
    /// @param signer     the id of the account
    /// @param reentered  when the password was re-entered, before there were signatures; null for a signature
    public record Deviation(
            UUID id,
            String requirement,
            String version,
            Answer answer,
            String because,
            long extent,
            String reason,
            LocalDate expires,
            String signer,
            String by,
            @Nullable Instant reentered) {

        public boolean isSigned() {
            return reentered == null;
        }

        /// How it was done, for the words "signed by …": what was no electronic signature never becomes one.
        public String means() {
            return isSigned() ? "electronically" : Reauthenticated.LABEL;
        }

        /// Whether it covers what is missing now: no more than when it was signed, under the same requirements,
        /// today.
        boolean covers(Requirement of, Answered now, String ofVersion, LocalDate today) {
            return requirement.equals(of.id())
                    && version.equals(ofVersion)
                    && !today.isAfter(expires)
                    && (now.answer() == answer || (answer == Answer.NOT_MET && now.answer() == Answer.UNKNOWN))
                    && now.extent() <= extent;
        }
    }

    /// @param lines  every answer as it was then
    public record Closure(UUID id, String market, String version, List<Line> lines, String by, Instant at) {}

    /// One answer in the snapshot of a closed gate.
    ///
    /// @param declaredBy  who declared it, with the document; null for what is computed or was not declared
    /// @param deviation   the deviation that covered it, in words; null when it was met
    public record Line(
            String id,
            String text,
            String source,
            String answer,
            String because,
            @Nullable String declaredBy,
            @Nullable String deviation) {}

    /// Everything that is missing without a deviation.
    public List<Row> missing() {
        return rows.stream().filter(row -> !row.isPassed()).toList();
    }

    /// The ids of the deviations that cover something today.
    public List<UUID> deviations() {
        return rows.stream()
                .flatMap(row -> row.deviations().stream())
                .map(Deviation::id)
                .distinct()
                .toList();
    }

    /// Whether something is missing, and each of it by a deviation that holds.
    public boolean isCovered() {
        return answer() != Answer.MET && missing().isEmpty();
    }

    public Answer answer() {
        return Answer.all(rows.stream().map(row -> row.answered().answer()).toList());
    }
}
