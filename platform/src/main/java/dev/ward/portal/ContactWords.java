package dev.ward.portal;

import dev.ward.customer.Channel;
import dev.ward.customer.ContactDraft;
import dev.ward.customer.ContactRole;
import dev.ward.customer.NoticeKind;
import dev.ward.customer.SiteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a customer says of a person there. Personal: it is kept until the claim has ended, and no longer.
///
/// @param leaves    whether the person is no contact any more, and their data are to be erased; all else is then as
/// known
/// @param consents  the kinds of notices to which the person agrees
public record ContactWords(
        String name,
        ContactRole role,
        @Nullable UUID site,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        Set<Channel> channels,
        Set<NoticeKind> consents,
        boolean leaves) {

    public ContactWords {
        channels = Set.copyOf(channels);
        consents = Set.copyOf(consents);
    }

    /// Checks and tidies it as the registry does.
    ///
    /// @throws dev.ward.web.ProblemException  when a value cannot be taken
    static ContactWords of(ContactDraft draft, Set<NoticeKind> consents) {
        SiteId site = draft.site();
        return new ContactWords(
                draft.name(),
                draft.role(),
                site == null ? null : site.value(),
                draft.email(),
                draft.phone(),
                draft.language(),
                draft.channels(),
                consents,
                false);
    }

    ContactDraft draft() {
        return new ContactDraft(name, role, site == null ? null : new SiteId(site), email, phone, language, channels);
    }

    List<String> sentences(boolean isNew) {
        if (leaves) {
            return List.of("Is no contact any more");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(isNew ? "Is a new contact: " + role.title() : "Is now: " + role.title());
        if (email != null) {
            sentences.add("E-mail " + email);
        }
        if (phone != null) {
            sentences.add("Phone " + phone);
        }
        sentences.add(
                consents.isEmpty()
                        ? "Agrees to no notices"
                        : "Agrees to: "
                                + new TreeSet<>(consents)
                                        .stream().map(NoticeKind::title).collect(Collectors.joining(", ")));
        return List.copyOf(sentences);
    }
}
