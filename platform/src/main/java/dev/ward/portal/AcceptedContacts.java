package dev.ward.portal;

import dev.ward.audit.Actor;
import dev.ward.customer.Channel;
import dev.ward.customer.Contact;
import dev.ward.customer.ContactId;
import dev.ward.customer.Contacts;
import dev.ward.customer.NoticeKind;
import dev.ward.identity.Reader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes what a customer said of its people, by the front of contacts.
@Component
class AcceptedContacts {

    private final Contacts contacts;

    AcceptedContacts(Contacts contacts) {
        this.contacts = contacts;
    }

    void write(Actor actor, Reader reader, Claim claim, Said.OfContact said) {
        ContactWords words = said.words();
        if (words == null) {
            throw ClaimActs.ended(claim);
        }
        ContactId id = said.contact();
        if (id != null && words.leaves()) {
            contacts.leave(actor, reader, id);
            return;
        }
        Contact contact = id == null
                ? contacts.create(actor, reader, claim.customer(), words.draft())
                : contacts.edit(actor, reader, id, contacts.get(reader, id).revision(), words.draft());
        for (NoticeKind kind : NoticeKind.values()) {
            boolean agreed = contact.consents().contains(kind);
            if (words.consents().contains(kind) && !agreed) {
                contacts.agree(actor, reader, contact.id(), kind, claim.made().at());
            } else if (!words.consents().contains(kind) && agreed) {
                contacts.withdraw(actor, reader, contact.id(), kind);
            }
        }
    }

    Comparison compare(Reader reader, Said.OfContact said) {
        ContactId id = said.contact();
        Contact known = id == null ? null : contacts.get(reader, id);
        ContactWords words = said.words();
        Comparison.Builder rows = new Comparison.Builder();
        if (words == null) {
            return rows.build();
        }
        if (words.leaves()) {
            return rows.row("Name", known == null ? null : known.label(), "Is no contact any more")
                    .build();
        }
        return rows.row("Name", known == null ? null : known.name(), words.name())
                .row(
                        "Role",
                        known == null ? null : known.role().title(),
                        words.role().title())
                .row("E-mail", known == null ? null : known.email(), words.email())
                .row("Phone", known == null ? null : known.phone(), words.phone())
                .row("Language", known == null ? null : known.language(), words.language())
                .row("Told by", known == null ? null : channels(known.channels()), channels(words.channels()))
                .row("Agrees to", known == null ? null : kinds(known.consents()), kinds(words.consents()))
                .build();
    }

    private static @Nullable String channels(Set<Channel> channels) {
        return channels.isEmpty()
                ? null
                : new TreeSet<>(channels).stream().map(Channel::title).collect(Collectors.joining(", "));
    }

    private static @Nullable String kinds(Set<NoticeKind> kinds) {
        return kinds.isEmpty()
                ? null
                : new TreeSet<>(kinds).stream().map(NoticeKind::title).collect(Collectors.joining(", "));
    }
}
