package dev.ward.portal;

import dev.ward.customer.Channel;
import dev.ward.customer.ContactId;
import dev.ward.customer.ContactRole;
import dev.ward.customer.NoticeKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person at a customer, as the customer sees it.
public record OwnContact(
        ContactId id,
        String name,
        ContactRole role,
        Said.@Nullable Place site,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        Set<Channel> channels,
        Set<NoticeKind> consents) {

    public OwnContact {
        channels = Set.copyOf(channels);
        consents = Set.copyOf(consents);
    }

    ContactWords leaving() {
        return new ContactWords(
                name, role, site == null ? null : site.id().value(), email, phone, language, channels, consents, true);
    }
}
