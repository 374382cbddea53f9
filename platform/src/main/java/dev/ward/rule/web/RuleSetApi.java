package dev.ward.rule.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.rule.RuleColumn;
import dev.ward.rule.RuleKind;
import dev.ward.rule.RuleSet;
import dev.ward.rule.RuleSets;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.TypedText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The rules that decide, for programs. A program drafts; people alone sign, on the page.
@RestController
@RequestMapping("/api/v1/rules")
class RuleSetApi {

    private final RuleSets rules;
    private final CurrentActor actor;

    RuleSetApi(RuleSets rules, CurrentActor actor) {
        this.rules = rules;
        this.actor = actor;
    }

    /// @param inForce  the version that decides; null while none does
    /// @param draft    null where there is none
    record KindBody(
            String kind,
            String title,
            String purpose,
            List<RuleColumn> columns,
            @Nullable Integer inForce,
            @Nullable Integer draft) {}

    /// @param id  by which decisions remember the version
    record VersionBody(
            String kind,
            int version,
            String id,
            String state,
            int revision,
            List<List<String>> rows,
            String why,
            String writtenBy,
            @Nullable Instant changed,
            @Nullable Instant inForce,
            String sha256,
            List<SignatureBody> signatures) {}

    record SignatureBody(
            String part, String name, String role, Instant at, String meaning, String clock, boolean stands) {}

    @GetMapping
    @Summary("Lists the kinds of rules that decide")
    @Requires(Permission.FINDING_READ)
    Slice<KindBody> list() {
        return new Slice<>(rules.kinds().stream().map(this::body).toList(), null);
    }

    private KindBody body(RuleKind kind) {
        return new KindBody(
                kind.key(),
                kind.title(),
                kind.purpose(),
                kind.columns(),
                rules.inForce(kind).map(RuleSet::version).orElse(null),
                rules.draft(kind).map(RuleSet::version).orElse(null));
    }

    @GetMapping("/{kind}/versions")
    @Summary("Lists the versions of rules, the newest first")
    @Requires(Permission.FINDING_READ)
    Slice<VersionBody> versions(@PathVariable String kind) {
        RuleKind of = rules.kind(kind);
        return new Slice<>(rules.list(of).stream().map(one -> body(of, one)).toList(), null);
    }

    @GetMapping("/{kind}/versions/{version}")
    @Summary("Gives a version of rules with its signatures")
    @Requires(Permission.FINDING_READ)
    VersionBody version(@PathVariable String kind, @PathVariable int version) {
        RuleKind of = rules.kind(kind);
        return body(of, rules.get(of, version));
    }

    private VersionBody body(RuleKind kind, RuleSet one) {
        return new VersionBody(
                one.kind(),
                one.version(),
                kind.id(one.version()),
                one.state().word(),
                one.revision(),
                one.rows(),
                one.why(),
                one.writtenBy(),
                one.changed(),
                one.inForce(),
                one.sha256(),
                rules.signatures(one).stream()
                        .map(signature -> new SignatureBody(
                                signature.of().part(),
                                signature.signerName(),
                                signature.signerRole(),
                                signature.at(),
                                signature.meaning().word(),
                                signature.clock().words(),
                                signature.stands()))
                        .toList());
    }

    /// @param revision  of the draft that was read; 0 where there was none
    record DraftBody(
            int revision,
            @Nullable List<@Nullable List<@Nullable String>> rows,
            @Nullable String why) {}

    @PutMapping("/{kind}/draft")
    @Summary("Writes the draft of the next version")
    @Requires(Permission.RULE_WRITE)
    VersionBody write(@PathVariable String kind, @RequestBody DraftBody body) {
        RuleKind of = rules.kind(kind);
        if (body.rows() == null) {
            throw TypedText.refused("rows", "The rows are missing.", "are missing");
        }
        List<List<String>> rows = body.rows().stream()
                .map(row -> row == null
                        ? List.<String>of()
                        : row.stream()
                                .map(cell -> Objects.requireNonNullElse(cell, ""))
                                .toList())
                .toList();
        return body(
                of, rules.write(actor.get(), of, body.revision(), rows, Objects.requireNonNullElse(body.why(), "")));
    }

    record WithdrawBody(int revision, @Nullable String why) {}

    @PostMapping("/{kind}/withdraw")
    @Summary("Gives the draft up")
    @Requires(Permission.RULE_WRITE)
    Slice<VersionBody> withdraw(@PathVariable String kind, @RequestBody WithdrawBody body) {
        RuleKind of = rules.kind(kind);
        rules.withdraw(actor.get(), of, body.revision(), Objects.requireNonNullElse(body.why(), ""));
        return versions(kind);
    }
}
