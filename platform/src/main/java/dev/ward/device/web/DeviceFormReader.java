package dev.ward.device.web;

import dev.ward.customer.CustomerId;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes of a form what it says of a device: names become customers and sites, a scanned UDI its parts.
@Component
class DeviceFormReader {

    private final PlaceReader places;
    private final Clock clock;

    DeviceFormReader(PlaceReader places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /// @throws dev.ward.web.ProblemException  when something of it cannot be taken
    DeviceDraft read(Reader reader, ProductId product, DeviceForm form) {
        Udi udi = udi(form.udi());
        CustomerId customer = places.customer(reader, "customer", form.customer());
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
                customer,
                places.site(reader, customer, form.site()),
                form.country(),
                form.reference(),
                known(networked),
                DeviceForm.date("contractUntil", form.contractUntil()),
                DeviceForm.date("warrantyUntil", form.warrantyUntil()),
                status);
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
