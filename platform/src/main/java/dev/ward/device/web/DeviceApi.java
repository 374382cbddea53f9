package dev.ward.device.web;

import dev.ward.device.Device;
import dev.ward.device.DeviceId;
import dev.ward.device.Devices;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.MergePatch;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/devices")
class DeviceApi {

    private final Devices devices;
    private final CurrentActor actor;
    private final Visibility visibility;

    DeviceApi(Devices devices, CurrentActor actor, Visibility visibility) {
        this.devices = devices;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// How many devices a question leaves.
    ///
    /// @param exact  false when there are more than were counted
    record Count(long devices, boolean exact) {}

    @GetMapping
    @Summary("Lists devices; release and status can be \"unknown\" and \"in-field\"")
    @Requires(Permission.DEVICE_READ)
    Slice<DeviceView> list(
            @ModelAttribute DeviceQuestion question,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return devices.list(visibility.reader(), question.filter(), after, Slice.limit(limit))
                .map(DeviceView::from);
    }

    @GetMapping("/count")
    @Summary("Counts devices: exactly, but by text or network only to 10,000")
    @Requires(Permission.DEVICE_READ)
    Count count(@ModelAttribute DeviceQuestion question) {
        long count = devices.count(visibility.reader(), question.filter());
        boolean counted =
                question.filter().networked() == null && question.filter().text() == null;
        boolean exact = counted || count <= Devices.MOST_COUNTED;
        return new Count(exact ? count : Devices.MOST_COUNTED, exact);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds a device; only the product is needed. Never with data of a patient")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<DeviceView> create(@RequestBody DeviceBody body) {
        Device device = devices.create(actor.get(), visibility.reader(), body.draft());
        return ResponseEntity.created(URI.create("/api/v1/devices/" + device.id()))
                .eTag(Revision.tag(device.revision()))
                .body(DeviceView.from(device));
    }

    @GetMapping("/{id}")
    @Summary("Gives a device")
    @Requires(Permission.DEVICE_READ)
    ResponseEntity<DeviceView> get(@PathVariable DeviceId id) {
        return answer(devices.get(visibility.reader(), id));
    }

    @PatchMapping("/{id}")
    @Summary("Changes what the patch names; with If-Match only when nothing has changed in the meantime")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<DeviceView> edit(
            @PathVariable DeviceId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody MergePatch<DeviceBody> patch) {
        Device current = devices.get(visibility.reader(), id);
        DeviceBody body = patch.applyTo(DeviceBody.from(current), DeviceBody.class);
        int revision = Revision.seen(seen, current.revision());
        return answer(devices.edit(actor.get(), visibility.reader(), id, revision, body.draft()));
    }

    @PostMapping("/{id}/confirm")
    @Summary("Records that what is known of a device is still so")
    @Requires(Permission.DEVICE_WRITE)
    ResponseEntity<DeviceView> confirm(@PathVariable DeviceId id) {
        return answer(devices.confirm(actor.get(), visibility.reader(), id));
    }

    @GetMapping("/{id}/history")
    @Summary("Tells how a device came to be as it is, the last change first")
    @Requires(Permission.DEVICE_READ)
    Slice<ChangeView> history(@PathVariable DeviceId id) {
        return new Slice<>(devices.history(visibility.reader(), id), null).map(ChangeView::from);
    }

    private static ResponseEntity<DeviceView> answer(Device device) {
        return ResponseEntity.ok().eTag(Revision.tag(device.revision())).body(DeviceView.from(device));
    }
}
