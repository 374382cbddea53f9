package dev.ward.device;

import dev.ward.audit.Act;
import dev.ward.audit.Changes;
import org.jspecify.annotations.Nullable;

/// What is told to the audit trail of one device.
final class DeviceActs {

    private static final String SUBJECT = "device";

    private DeviceActs() {}

    static Act created(Device device) {
        return changes("device.created", null, device).act();
    }

    /// An edit that changes nothing confirms what stands there.
    static Act edited(Device before, Device after) {
        Changes changes = changes("device.edited", before, after);
        return changes.isEmpty() ? confirmed(after.id()) : changes.act();
    }

    static Act confirmed(DeviceId id) {
        return Act.of("device.confirmed", SUBJECT, id.toString());
    }

    static Act decommissioned(DeviceId id) {
        return Act.of("device.edited", SUBJECT, id.toString()).after("status", DeviceStatus.DECOMMISSIONED.word());
    }

    private static Changes changes(String what, @Nullable Device before, Device after) {
        Changes changes = new Changes(what, SUBJECT, after.id().toString());
        Device.Identity was = before == null ? null : before.identity();
        Device.Identity is = after.identity();
        changes.of("product", was == null ? null : was.product(), is.product())
                .of("model", was == null ? null : was.model(), is.model())
                .of("di", was == null ? null : was.di(), is.di())
                .of("serial", was == null ? null : was.serial(), is.serial())
                .of("lot", was == null ? null : was.lot(), is.lot())
                .of("manufactured", was == null ? null : was.manufactured(), is.manufactured())
                .of("expires", was == null ? null : was.expires(), is.expires());
        changes.of("release", release(before), release(after))
                .of("configuration", before == null ? null : before.configuration(), after.configuration())
                .of("networked", before == null ? null : before.networked(), after.networked())
                .of(
                        "contractUntil",
                        before == null ? null : before.term().contract(),
                        after.term().contract())
                .of(
                        "warrantyUntil",
                        before == null ? null : before.term().warranty(),
                        after.term().warranty())
                .of(
                        "status",
                        before == null ? null : before.status().word(),
                        after.status().word());
        Device.Place where = before == null ? null : before.place();
        return changes.of(
                        "customer",
                        where == null ? null : where.customer(),
                        after.place().customer())
                .of("site", where == null ? null : where.site(), after.place().site())
                .of(
                        "country",
                        where == null ? null : where.country(),
                        after.place().country())
                .ofPersonal(
                        "reference",
                        where == null ? null : where.reference(),
                        after.place().reference());
    }

    private static @Nullable Object release(@Nullable Device device) {
        Device.Installed installed = device == null ? null : device.release();
        return installed == null ? null : installed.id();
    }
}
