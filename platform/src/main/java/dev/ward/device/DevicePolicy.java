package dev.ward.device;

import dev.ward.identity.Reader;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What must hold of a device that a person enters.
@Component
class DevicePolicy {

    private final DeviceRepository devices;
    private final Belonging belonging;

    DevicePolicy(DeviceRepository devices, Belonging belonging) {
        this.devices = devices;
        this.belonging = belonging;
    }

    /// Checks that all parts belong together, and adds the country of the site or the customer where none was given.
    ///
    /// @throws ProblemException  when one of them is absent, or of another product or customer
    DeviceDraft completed(Reader reader, DeviceDraft draft) {
        belonging.check(reader, draft.product(), draft.model(), draft.release());
        return draft.in(belonging.country(reader, draft.customer(), draft.site(), draft.country()));
    }

    /// Refuses a device that is there already. Call it when the change set has begun: nobody else adds one until the
    /// transaction ends.
    ///
    /// @param own  the device that is changed; null for a new one
    void refuseTwins(DeviceDraft draft, @Nullable DeviceId own) {
        String serial = draft.serial();
        if (serial == null) {
            return;
        }
        devices.findTwin(draft, own).ifPresent(twin -> {
            throw ProblemException.of(Problem.CONFLICT, sentence(draft, serial, twin))
                    .with("serial", "is that of another device");
        });
    }

    private static String sentence(DeviceDraft draft, String serial, Device twin) {
        Device.Identity is = twin.identity();
        String where = twin.place().customerName() == null
                ? ""
                : ", at \"%s\"".formatted(twin.place().customerName());
        if (draft.di() != null && draft.di().equals(is.di()) && !draft.product().equals(is.product())) {
            return "The UDI with DI \"%s\" and serial \"%s\" is that of %s%s. A UDI is given once."
                    .formatted(draft.di(), serial, twin.name(), where);
        }
        if (draft.product().equals(is.product()) && (draft.model() == null) != (is.model() == null)) {
            return "There is a device of serial \"%s\" whose model is %s: %s%s. If it is the same one, change that; if not, give both their models."
                    .formatted(serial, is.model() == null ? "not known" : "known", twin.name(), where);
        }
        return "There is a device of serial \"%s\" already: %s%s. If it moved, change its customer and site there."
                .formatted(serial, twin.name(), where);
    }
}
