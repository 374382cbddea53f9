package dev.ward.customer.web;

import dev.ward.customer.Contact;
import dev.ward.customer.SiteId;
import dev.ward.web.Worded;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contact as the API shows it.
record ContactView(
        UUID id,
        UUID customer,
        @Nullable UUID site,
        @Nullable String name,
        String role,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        List<String> channels,
        List<String> consents,
        @Nullable Instant erased,
        @Nullable Instant left,
        int revision) {

    static ContactView from(Contact contact) {
        SiteId site = contact.site();
        return new ContactView(
                contact.id().value(),
                contact.customer().value(),
                site == null ? null : site.value(),
                contact.name(),
                contact.role().word(),
                contact.email(),
                contact.phone(),
                contact.language(),
                words(contact.channels()),
                words(contact.consents()),
                contact.erased(),
                contact.left(),
                contact.revision());
    }

    static List<String> words(Collection<? extends Worded> choices) {
        return choices.stream().map(Worded::word).sorted().toList();
    }
}
