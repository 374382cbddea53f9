package dev.ward.regulation.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.regulation.RuleVersion;
import dev.ward.regulation.RuleVersions;
import dev.ward.standards.due.RuleSet;
import dev.ward.standards.due.RuleSetFile;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Sets of rules, for programs: what is read can be changed and brought back.
@RestController
@RequestMapping("/api/v1/obligations/rules")
class DueRuleApi {

    private final RuleVersions versions;
    private final CurrentActor actor;

    DueRuleApi(RuleVersions versions, CurrentActor actor) {
        this.versions = versions;
        this.actor = actor;
    }

    /// @param decides    whether it is in the book in force
    /// @param until      the last day on which it decides; null when none is known
    /// @param isLaw      whether it is asked at all
    /// @param broughtBy  null when it came with Ward
    record RuleVersionBody(
            String id,
            String version,
            String name,
            String status,
            String regime,
            String authority,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            boolean decides,
            @Nullable LocalDate until,
            boolean isLaw,
            String source,
            @Nullable String broughtBy,
            @Nullable Instant broughtAt,
            @Nullable String because,
            @Nullable String sha256,
            @Nullable Instant withdrawnAt,
            @Nullable String unfit) {}

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    @Summary("Lists all versions of the sets of rules by which it is decided what is due")
    Slice<RuleVersionBody> list() {
        return new Slice<>(versions.list().stream().map(DueRuleApi::body).toList(), null);
    }

    private static RuleVersionBody body(RuleVersion one) {
        RuleSet set = one.ruleSet();
        RuleVersion.Brought brought = one.brought();
        return new RuleVersionBody(
                set.id(),
                set.version(),
                set.name(),
                set.status().text(),
                set.regime(),
                set.authority(),
                set.effectiveFrom(),
                set.effectiveTo(),
                one.decides(),
                one.until(),
                !one.isNoLaw(),
                set.source().toString(),
                brought == null ? null : brought.by(),
                brought == null ? null : brought.at(),
                brought == null ? null : brought.because(),
                brought == null ? null : brought.sha256(),
                brought == null || brought.withdrawn() == null
                        ? null
                        : brought.withdrawn().at(),
                one.unfit());
    }

    @GetMapping(value = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.OBLIGATION_READ)
    @Summary("Gives the set of rules that decides today, as the file that can be brought")
    ResponseEntity<String> show(@PathVariable String id) {
        return file(id, null);
    }

    @GetMapping(value = "/{id}/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.OBLIGATION_READ)
    @Summary("Gives a version of a set of rules, as the file that can be brought")
    ResponseEntity<String> version(@PathVariable String id, @PathVariable String version) {
        return file(id, version);
    }

    private ResponseEntity<String> file(String id, @Nullable String version) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(versions.file(id, version));
    }

    /// @param job  that judges all cases anew
    record TakenBody(String id, String version, UUID job) {}

    /// @param because  why it is brought
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.REGULATION_SIGN)
    @Summary("Takes a version of a set of rules: the body is its file as it is; all its faults are told at once")
    TakenBody take(@RequestParam(required = false) @Nullable String because, HttpServletRequest request)
            throws IOException {
        byte[] file = request.getInputStream().readNBytes(RuleSetFile.LARGEST + 1);
        RuleVersions.Taken taken = versions.take(actor.get(), file, because);
        return new TakenBody(
                taken.ruleSet().id(),
                taken.ruleSet().version(),
                taken.job().id().value());
    }

    record RuleWithdrawalBody(@Nullable String because) {}

    @PostMapping("/{id}/{version}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.REGULATION_SIGN)
    @Summary("Withdraws a version of a set of rules that was brought; it stays, and decides no more")
    void withdraw(@PathVariable String id, @PathVariable String version, @RequestBody RuleWithdrawalBody body) {
        versions.withdraw(actor.get(), id, version, body.because());
    }
}
