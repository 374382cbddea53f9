package dev.ward.customer.web;

import dev.ward.customer.Contact;
import dev.ward.customer.ContactId;
import dev.ward.customer.Contacts;
import dev.ward.customer.CustomerId;
import dev.ward.customer.NoticeKind;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.MergePatch;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.Worded;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ContactApi {

    private final Contacts contacts;
    private final CurrentActor actor;
    private final Visibility visibility;

    ContactApi(Contacts contacts, CurrentActor actor, Visibility visibility) {
        this.contacts = contacts;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/customers/{id}/contacts")
    @Summary("Lists the contacts of a customer by name; those who left are left out")
    @Requires(Permission.DEVICE_READ)
    Slice<ContactView> list(
            @PathVariable CustomerId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return contacts.list(visibility.reader(), id, after, Slice.limit(limit)).map(ContactView::from);
    }

    @PostMapping("/customers/{id}/contacts")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds a contact to a customer; name and role are needed. Never a patient")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<ContactView> create(@PathVariable CustomerId id, @RequestBody ContactBody body) {
        Contact contact = contacts.create(actor.get(), visibility.reader(), id, body.draft());
        return ResponseEntity.created(URI.create("/api/v1/contacts/" + contact.id()))
                .eTag(Revision.tag(contact.revision()))
                .body(ContactView.from(contact));
    }

    @GetMapping("/contacts/{id}")
    @Summary("Gives a contact")
    @Requires(Permission.DEVICE_READ)
    ResponseEntity<ContactView> get(@PathVariable ContactId id) {
        return answer(contacts.get(visibility.reader(), id));
    }

    @PatchMapping("/contacts/{id}")
    @Summary("Changes what the patch names; with If-Match only when nothing has changed in the meantime")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<ContactView> edit(
            @PathVariable ContactId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody MergePatch<ContactBody> patch) {
        Contact current = contacts.get(visibility.reader(), id);
        ContactBody body = patch.applyTo(ContactBody.from(current), ContactBody.class);
        int revision = Revision.seen(seen, current.revision());
        return answer(contacts.edit(actor.get(), visibility.reader(), id, revision, body.draft()));
    }

    @PostMapping("/contacts/{id}/leave")
    @Summary("Says that somebody is no contact any more; their data wait for a signed purge")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<ContactView> leave(@PathVariable ContactId id) {
        return answer(contacts.leave(actor.get(), visibility.reader(), id));
    }

    @GetMapping("/contacts/{id}/consents")
    @Summary("Lists every consent of a contact, the withdrawn too, the newest first")
    @Requires(Permission.DEVICE_READ)
    Slice<ConsentView> consents(@PathVariable ContactId id) {
        return new Slice<>(contacts.consents(visibility.reader(), id), null).map(ConsentView::from);
    }

    @PostMapping("/contacts/{id}/consents")
    @Summary("Records that a contact agrees to a kind of notice")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<ContactView> agree(@PathVariable ContactId id, @RequestBody ConsentBody body) {
        NoticeKind kind = Worded.required("kind", body.kind(), NoticeKind.values());
        contacts.agree(actor.get(), visibility.reader(), id, kind, body.since());
        return answer(contacts.get(visibility.reader(), id));
    }

    @PostMapping("/contacts/{id}/consents/{kind}/withdraw")
    @Summary("Records that a contact no longer agrees to a kind of notice")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<ContactView> withdraw(@PathVariable ContactId id, @PathVariable String kind) {
        contacts.withdraw(actor.get(), visibility.reader(), id, Worded.required("kind", kind, NoticeKind.values()));
        return answer(contacts.get(visibility.reader(), id));
    }

    private static ResponseEntity<ContactView> answer(Contact contact) {
        return ResponseEntity.ok().eTag(Revision.tag(contact.revision())).body(ContactView.from(contact));
    }
}
