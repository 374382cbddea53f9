package dev.ward.performance.web;

import dev.ward.performance.Approval;
import dev.ward.performance.Author;
import dev.ward.performance.PerformanceDraft;
import dev.ward.performance.PerformanceVersion;
import dev.ward.performance.VersionLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Versions and drafts as the API shows them.
final class VersionView {

    private VersionView() {}

    /// @param label  how it was approved, for ever
    record ApprovalView(String name, String role, Instant at, String sha256, String label) {

        static ApprovalView of(Approval approval) {
            return new ApprovalView(
                    approval.name(),
                    approval.role(),
                    approval.at(),
                    approval.sha256(),
                    approval.means().label());
        }
    }

    record AuthorView(String kind, String name, Instant at) {

        static AuthorView of(Author author) {
            return new AuthorView(author.kind().name(), author.name(), author.at());
        }
    }

    record VersionSummary(int version, boolean inForce, int functions, ApprovalView approval) {

        static VersionSummary of(VersionLine line) {
            return new VersionSummary(
                    line.number(), line.inForce(), line.functions(), ApprovalView.of(line.approval()));
        }
    }

    record ApprovedVersion(
            int version,
            boolean inForce,
            List<FunctionView> functions,
            List<AuthorView> authors,
            ApprovalView approval) {

        static ApprovedVersion of(PerformanceVersion version) {
            return new ApprovedVersion(
                    version.number(),
                    version.inForce(),
                    version.functions().stream().map(FunctionView::of).toList(),
                    version.authors().stream().map(AuthorView::of).toList(),
                    ApprovalView.of(version.approval()));
        }
    }

    /// @param obstacles  why it cannot be approved yet
    record DraftView(
            int version,
            @Nullable Integer basedOn,
            int revision,
            Instant changed,
            List<FunctionView> functions,
            List<AuthorView> authors,
            String sha256,
            List<String> obstacles) {

        static DraftView of(PerformanceDraft draft) {
            return new DraftView(
                    draft.number(),
                    draft.basedOn(),
                    draft.revision(),
                    draft.changed(),
                    draft.functions().stream().map(FunctionView::of).toList(),
                    draft.authors().stream().map(AuthorView::of).toList(),
                    draft.sha256(),
                    draft.obstacles());
        }
    }
}
