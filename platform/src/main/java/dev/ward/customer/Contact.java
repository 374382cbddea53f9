package dev.ward.customer;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person at a customer. Never a patient.
///
/// @param site      null when the person stands for the customer as a whole
/// @param name      null when the person's data were erased, as are e-mail and phone
/// @param language  BCP 47, such as `de` or `pt-BR`; null when it is not known
/// @param channels  how the person wants to be told; empty when nothing was said
/// @param consents  the kinds of notices to which the person agrees now
/// @param erased    null when the data are there
/// @param left      since when they are no contact any more; null while they are
/// @param revision  grows with each change
public record Contact(
        ContactId id,
        CustomerId customer,
        @Nullable SiteId site,
        @Nullable String name,
        ContactRole role,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        Set<Channel> channels,
        Set<NoticeKind> consents,
        @Nullable Instant erased,
        @Nullable Instant left,
        int revision) {

    public Contact {
        channels = Set.copyOf(channels);
        consents = Set.copyOf(consents);
    }

    /// The name, or what stands in its place when it was erased.
    public String label() {
        return name == null ? "Erased person" : name;
    }
}
