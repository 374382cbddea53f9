package dev.ward.device.web;

import dev.ward.customer.Customer;
import dev.ward.customer.Customers;
import dev.ward.customer.SiteId;
import dev.ward.customer.Sites;
import dev.ward.device.DeviceDraft;
import dev.ward.device.DeviceStatus;
import dev.ward.device.Networked;
import dev.ward.identity.Reader;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.Udi;
import dev.ward.standards.udi.UdiResult;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes of a form what it says of a device: names become customers and sites, a scanned UDI its parts.
@Component
class DeviceFormReader {

    private final Customers customers;
    private final Sites sites;
    private final Clock clock;

    DeviceFormReader(Customers customers, Sites sites, Clock clock) {
        this.customers = customers;
        this.sites = sites;
        this.clock = clock;
    }

    /// @throws dev.ward.web.ProblemException  when something of it cannot be taken
    DeviceDraft read(Reader reader, ProductId product, DeviceForm form) {
        Udi udi = udi(form.udi());
        Customer customer = blank(form.customer()) == null
                ? null
                : customers.typed(reader, "customer", Objects.requireNonNull(form.customer()));
        Networked networked = Worded.typed("networked", form.networked(), Networked.values());
        DeviceStatus status = Worded.required("status", form.status(), DeviceStatus.values());
        return new DeviceDraft(
                product,
                DeviceQuestion.id("model", form.model(), ModelId::of),
                or(form.di(), udi == null ? null : di(udi)),
                or(form.serial(), udi == null ? null : udi.serial()),
                or(form.lot(), udi == null ? null : udi.lot()),
                or(DeviceForm.date("manufactured", form.manufactured()), udi == null ? null : udi.manufactured()),
                or(DeviceForm.date("expires", form.expires()), udi == null ? null : udi.expiry()),
                DeviceQuestion.id("release", form.release(), ReleaseId::of),
                DeviceQuestion.id("configuration", form.configuration(), UUID::fromString),
                customer == null ? null : customer.id(),
                site(reader, customer, form.site()),
                form.country(),
                form.reference(),
                known(networked),
                DeviceForm.date("contractUntil", form.contractUntil()),
                DeviceForm.date("warrantyUntil", form.warrantyUntil()),
                status);
    }

    private @Nullable SiteId site(Reader reader, @Nullable Customer customer, @Nullable String text) {
        String typed = blank(text);
        if (typed == null) {
            return null;
        }
        if (customer == null) {
            throw TypedText.refused("site", "A site belongs to a customer; name both.", "needs its customer");
        }
        return sites.typed(reader, customer.id(), "site", typed).id();
    }

    private @Nullable Udi udi(@Nullable String text) {
        String typed = blank(text);
        if (typed == null) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return switch (Udi.parseLenient(typed, today)) {
            case UdiResult.Read read -> read.udi();
            case UdiResult.Unreadable unreadable ->
                throw TypedText.refused(
                        "udi",
                        "%s (character %d)".formatted(unreadable.message(), unreadable.position() + 1),
                        "is no UDI: character %d is wrong".formatted(unreadable.position() + 1));
        };
    }

    private static @Nullable Boolean known(@Nullable Networked networked) {
        if (networked == null) {
            return null;
        }
        return switch (networked) {
            case YES -> true;
            case NO -> false;
            case UNKNOWN -> null;
        };
    }

    private static @Nullable String di(Udi udi) {
        DeviceIdentifier di = udi.di();
        return di == null ? null : di.value();
    }

    private static @Nullable String or(@Nullable String typed, @Nullable String scanned) {
        return blank(typed) == null ? scanned : typed;
    }

    private static @Nullable LocalDate or(@Nullable LocalDate typed, @Nullable LocalDate scanned) {
        return typed == null ? scanned : typed;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
