package dev.ward.handling.web;

import dev.ward.handling.CaseNumber;
import dev.ward.handling.PrivilegedNote;
import dev.ward.handling.PrivilegedNotes;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The privileged notes of a case, for counsel's own programs.
@RestController
@RequestMapping("/api/v1/cases/{number}/privileged-notes")
@Requires(Permission.PRIVILEGED_NOTE)
class PrivilegedApi {

    private final PrivilegedNotes notes;
    private final CurrentActor actor;
    private final Visibility visibility;

    PrivilegedApi(PrivilegedNotes notes, CurrentActor actor, Visibility visibility) {
        this.notes = notes;
        this.actor = actor;
        this.visibility = visibility;
    }

    record NoteBody(@Nullable String note) {}

    @GetMapping
    @Summary("Lists the privileged notes of a case, the oldest first; for counsel alone")
    Slice<PrivilegedNote> list(@PathVariable CaseNumber number) {
        return new Slice<>(notes.list(actor.get(), visibility.reader(), number), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Writes a privileged note of a case; for counsel alone")
    PrivilegedNote write(@PathVariable CaseNumber number, @RequestBody NoteBody body) {
        return notes.write(actor.get(), visibility.reader(), number, body.note());
    }
}
