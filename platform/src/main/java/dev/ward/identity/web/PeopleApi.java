package dev.ward.identity.web;

import dev.ward.identity.Account;
import dev.ward.identity.Accounts;
import dev.ward.identity.Competence;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Deputies;
import dev.ward.identity.DeputyDraft;
import dev.ward.identity.Permission;
import dev.ward.identity.QualificationDraft;
import dev.ward.identity.Qualifications;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.Worded;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The people of the manufacturer, for the system that keeps training records and the one that knows who is away.
@RestController
@RequestMapping("/api/v1/people")
class PeopleApi {

    private final Accounts accounts;
    private final Qualifications qualifications;
    private final Deputies deputies;
    private final CurrentActor current;
    private final Visibility visibility;

    PeopleApi(
            Accounts accounts,
            Qualifications qualifications,
            Deputies deputies,
            CurrentActor current,
            Visibility visibility) {
        this.accounts = accounts;
        this.qualifications = qualifications;
        this.deputies = deputies;
        this.current = current;
        this.visibility = visibility;
    }

    /// @param competence  `security` or `clinical-safety`
    /// @param from        absent for today
    /// @param until       the last day; absent without an end
    record NewQualification(
            @Nullable String competence,
            @Nullable String basis,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    record Reason(@Nullable String reason) {}

    /// @param deputy    the id of a person
    /// @param firstDay  absent for today
    record NewDeputy(
            @Nullable UUID deputy,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String reason) {}

    @Requires(Permission.ACCOUNT_READ)
    @GetMapping
    @Summary("Lists the people of the manufacturer")
    Slice<PersonBody> list() {
        return new Slice<>(
                accounts.list(visibility.reader()).stream().map(PersonBody::of).toList(), null);
    }

    @Requires(Permission.ACCOUNT_READ)
    @GetMapping("/{id}")
    @Summary("Gives a person")
    PersonBody get(@PathVariable UUID id) {
        return PersonBody.of(known(id));
    }

    @Requires(Permission.ACCOUNT_READ)
    @GetMapping("/{id}/qualifications")
    @Summary("Lists in what a person is or was qualified to sign")
    Slice<QualificationBody> qualifications(@PathVariable UUID id) {
        return new Slice<>(
                qualifications.list(known(id).id()).stream()
                        .map(QualificationBody::of)
                        .toList(),
                null);
    }

    @Requires(Permission.QUALIFICATION_GRANT)
    @PostMapping("/{id}/qualifications")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Grants a person a qualification to sign; never one's own")
    QualificationBody qualify(@PathVariable UUID id, @RequestBody NewQualification body) {
        QualificationDraft draft = new QualificationDraft(
                Worded.required("competence", body.competence(), Competence.values()),
                body.basis(),
                body.from(),
                body.until());
        return QualificationBody.of(
                qualifications.grant(current.caller(), known(id).id(), draft));
    }

    @Requires(Permission.QUALIFICATION_GRANT)
    @PostMapping("/{id}/qualifications/{qualification}/revoke")
    @Summary("Revokes a qualification, with the reason")
    ResponseEntity<Void> revoke(@PathVariable UUID id, @PathVariable UUID qualification, @RequestBody Reason body) {
        qualifications.revoke(
                current.caller(), known(id).id(), qualification, body.reason() == null ? "" : body.reason());
        return ResponseEntity.noContent().build();
    }

    @Requires(Permission.ACCOUNT_READ)
    @GetMapping("/{id}/deputies")
    @Summary("Lists who stands in for a person, and for whom the person does")
    Slice<DeputyBody> deputies(@PathVariable UUID id) {
        return new Slice<>(
                deputies.list(known(id).id()).stream().map(DeputyBody::of).toList(), null);
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/{id}/deputies")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Names a deputy for a person who is away")
    DeputyBody name(@PathVariable UUID id, @RequestBody NewDeputy body) {
        return DeputyBody.of(deputies.name(
                current.caller(),
                known(id).id(),
                new DeputyDraft(body.deputy(), body.firstDay(), body.lastDay(), body.reason())));
    }

    @Requires(Permission.ACCOUNT_WRITE)
    @PostMapping("/{id}/deputies/{deputyship}/end")
    @Summary("Ends a deputy before the last day")
    ResponseEntity<Void> end(@PathVariable UUID id, @PathVariable UUID deputyship) {
        deputies.end(current.caller(), known(id).id(), deputyship);
        return ResponseEntity.noContent().build();
    }

    private Account known(UUID id) {
        return PeoplePages.get(accounts, visibility.reader(), id);
    }
}
