package dev.ward.portal.web;

import dev.ward.customer.Channel;
import dev.ward.customer.ContactDraft;
import dev.ward.customer.ContactRole;
import dev.ward.customer.NoticeKind;
import dev.ward.customer.SiteId;
import dev.ward.portal.OwnContact;
import dev.ward.web.Form;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The form of a contact as it is sent.
record ContactForm(
        @Nullable String name,
        @Nullable String role,
        @Nullable String site,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable List<String> channel,
        @Nullable List<String> consent) {

    static Form empty() {
        return new Form(Map.of("role", ContactRole.BIOMEDICAL_ENGINEERING.word()), Map.of(), null, 0);
    }

    static Form of(OwnContact contact) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", contact.name());
        values.put("role", contact.role().word());
        values.put("site", contact.site() == null ? "" : contact.site().id().toString());
        values.put("email", Objects.requireNonNullElse(contact.email(), ""));
        values.put("phone", Objects.requireNonNullElse(contact.phone(), ""));
        values.put("language", Objects.requireNonNullElse(contact.language(), ""));
        values.put(
                "chosen",
                Stream.concat(
                                contact.channels().stream().map(Channel::word),
                                contact.consents().stream().map(NoticeKind::word))
                        .collect(Collectors.joining(" ")));
        return new Form(values, Map.of(), null, 0);
    }

    /// @throws dev.ward.web.ProblemException  when something typed is not what its field asks for
    ContactDraft draft() {
        return new ContactDraft(
                Objects.requireNonNullElse(name, ""),
                Worded.required("role", role, ContactRole.values()),
                at(),
                email,
                phone,
                language,
                set("channel", channel, Channel.values()));
    }

    Set<NoticeKind> consents() {
        return set("consent", consent, NoticeKind.values());
    }

    private @Nullable SiteId at() {
        try {
            return site == null || site.isBlank() ? null : SiteId.of(site.strip());
        } catch (IllegalArgumentException e) {
            throw TypedText.refused("site", "There is no site \"%s\".".formatted(site), "is none of yours");
        }
    }

    private static <T extends Worded> Set<T> set(String field, @Nullable List<String> words, T[] choices) {
        return words == null
                ? Set.of()
                : words.stream()
                        .map(word -> Worded.required(field, word, choices))
                        .collect(Collectors.toUnmodifiableSet());
    }

    Form form() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", Objects.requireNonNullElse(name, ""));
        values.put("role", Objects.requireNonNullElse(role, ""));
        values.put("site", Objects.requireNonNullElse(site, ""));
        values.put("email", Objects.requireNonNullElse(email, ""));
        values.put("phone", Objects.requireNonNullElse(phone, ""));
        values.put("language", Objects.requireNonNullElse(language, ""));
        values.put(
                "chosen",
                Stream.concat(
                                Objects.requireNonNullElse(channel, List.<String>of()).stream(),
                                Objects.requireNonNullElse(consent, List.<String>of()).stream())
                        .collect(Collectors.joining(" ")));
        return new Form(values, Map.of(), null, 0);
    }
}
