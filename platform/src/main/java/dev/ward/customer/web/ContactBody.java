package dev.ward.customer.web;

import dev.ward.customer.Channel;
import dev.ward.customer.Contact;
import dev.ward.customer.ContactDraft;
import dev.ward.customer.ContactRole;
import dev.ward.customer.SiteId;
import dev.ward.web.Worded;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A contact as it is created and changed.
record ContactBody(
        String name,
        String role,
        @Nullable UUID site,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable List<String> channels) {

    static ContactBody from(Contact contact) {
        SiteId site = contact.site();
        return new ContactBody(
                Objects.requireNonNullElse(contact.name(), ""),
                contact.role().word(),
                site == null ? null : site.value(),
                contact.email(),
                contact.phone(),
                contact.language(),
                ContactView.words(contact.channels()));
    }

    ContactDraft draft() {
        List<String> words = Objects.requireNonNullElse(channels, List.of());
        return new ContactDraft(
                Objects.requireNonNullElse(name, ""),
                Worded.required("role", role, ContactRole.values()),
                site == null ? null : new SiteId(site),
                email,
                phone,
                language,
                words.stream()
                        .map(word -> Worded.required("channels", word, Channel.values()))
                        .collect(Collectors.toSet()));
    }
}
