package dev.ward.customer.web;

import dev.ward.customer.Channel;
import dev.ward.customer.Contact;
import dev.ward.customer.ContactDraft;
import dev.ward.customer.ContactRole;
import dev.ward.customer.SiteId;
import dev.ward.web.Form;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The form of a contact as it is sent.
record ContactForm(
        @Nullable String name,
        @Nullable String role,
        @Nullable String site,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable List<String> channels,
        @Nullable Integer revision) {

    static Form form(Contact contact) {
        return new ContactForm(
                        contact.name(),
                        contact.role().word(),
                        Objects.toString(contact.site(), ""),
                        contact.email(),
                        contact.phone(),
                        contact.language(),
                        ContactView.words(contact.channels()),
                        contact.revision())
                .form();
    }

    ContactDraft draft() {
        return new ContactDraft(
                Objects.requireNonNullElse(name, ""),
                Worded.required("role", role, ContactRole.values()),
                siteId(),
                email,
                phone,
                language,
                words().stream()
                        .map(word -> Worded.required("channels", word, Channel.values()))
                        .collect(Collectors.toSet()));
    }

    private @Nullable SiteId siteId() {
        try {
            return site == null || site.isBlank() ? null : SiteId.of(site.strip());
        } catch (IllegalArgumentException e) {
            throw TypedText.refused("site", "There is no site \"%s\".".formatted(site), "is not of this customer");
        }
    }

    private List<String> words() {
        return Objects.requireNonNullElse(channels, List.of());
    }

    Form form() {
        return new Form(
                Map.of(
                        "name", Objects.requireNonNullElse(name, ""),
                        "role", Objects.requireNonNullElse(role, ""),
                        "site", Objects.requireNonNullElse(site, ""),
                        "email", Objects.requireNonNullElse(email, ""),
                        "phone", Objects.requireNonNullElse(phone, ""),
                        "language", Objects.requireNonNullElse(language, ""),
                        "channels", String.join(" ", words())),
                Map.of(),
                null,
                seen());
    }

    /// The revision that the person saw; 0 for a new one.
    int seen() {
        return Objects.requireNonNullElse(revision, 0);
    }
}
