package dev.ward.portal.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.portal.ClaimFile;
import dev.ward.portal.ClaimFileId;
import dev.ward.portal.ClaimFiles;
import dev.ward.portal.OwnDevice;
import dev.ward.portal.OwnDeviceFilter;
import dev.ward.portal.OwnDevices;
import dev.ward.portal.Presence;
import dev.ward.web.FileNames;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.TableFormat;
import dev.ward.web.TableOutput;
import dev.ward.web.UploadedFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// A customer's devices as a file, and the file as it comes back.
@Controller
class OwnFilePages {

    private static final String FILES = "/portal/devices/files";
    private static final List<String> HEAD =
            List.of("device", "product", "serial", "lot", "presence", "release", "since", "site", "networked", "note");

    private final ClaimFiles files;
    private final OwnDevices devices;
    private final OwnPage own;

    OwnFilePages(ClaimFiles files, OwnDevices devices, OwnPage own) {
        this.files = files;
        this.devices = devices;
        this.own = own;
    }

    @GetMapping(FILES)
    @Requires(Permission.PORTAL_READ)
    Page list() {
        return OwnPage.page("files", "By file")
                .crumb("Devices", "/portal/devices")
                .with("files", files.list(own.reader()));
    }

    @PostMapping(FILES)
    @Requires(Permission.PORTAL_CLAIM)
    ModelAndView take(@Nullable UploadedFile file) {
        if (file == null) {
            throw ProblemException.of(Problem.INVALID, "Choose a file.").with("file", "is missing");
        }
        return new ModelAndView(
                "redirect:" + FILES + "/" + take(file.name(), file.content()).id());
    }

    @GetMapping(FILES + "/{id}")
    @Requires(Permission.PORTAL_READ)
    Page show(@PathVariable ClaimFileId id) {
        ClaimFile file = files.get(own.reader(), id);
        return OwnPage.page("file", file.name())
                .crumb("Devices", "/portal/devices")
                .crumb("By file", FILES)
                .with("file", file)
                .with("unread", files.unread(own.reader(), id));
    }

    private ClaimFile take(String name, InputStream in) {
        try {
            return files.take(own.actor(), own.reader(), FileNames.of(name, "devices"), in);
        } catch (IOException e) {
            throw ProblemException.of(
                    Problem.INVALID, "The upload broke off before its end. Nothing of it was kept; send it again.");
        }
    }

    @PostMapping("/api/v1/portal/files")
    @Requires(Permission.PORTAL_CLAIM)
    @Summary("Says what is installed, line by line: the body is a table, CSV or XLSX; each line becomes a claim")
    @ResponseBody
    ResponseEntity<FileAnswer> send(@RequestParam(defaultValue = "devices") String name, HttpServletRequest request)
            throws IOException {
        ClaimFile file = take(name, request.getInputStream());
        return ResponseEntity.created(URI.create("/api/v1/portal/files/" + file.id()))
                .body(FileAnswer.of(file, files.unread(own.reader(), file.id())));
    }

    @GetMapping("/api/v1/portal/files/{id}")
    @Requires(Permission.PORTAL_READ)
    @Summary("Gives a file that your organisation sent: how many of its lines became claims, and why others did not")
    @ResponseBody
    FileAnswer get(@PathVariable ClaimFileId id) {
        return FileAnswer.of(files.get(own.reader(), id), files.unread(own.reader(), id));
    }

    /// @param trouble  the first 200 lines that could not be taken
    record FileAnswer(String id, String name, int claimed, int repeated, int unread, List<ClaimFile.Unread> trouble) {

        static FileAnswer of(ClaimFile file, List<ClaimFile.Unread> trouble) {
            return new FileAnswer(
                    file.id().toString(), file.name(), file.claimed(), file.repeated(), file.unread(), trouble);
        }
    }

    /// With the headings under which the same file can come back.
    @GetMapping({"/portal/devices.{ending}", "/api/v1/portal/devices.{ending}"})
    @Requires(Permission.PORTAL_READ)
    @Summary("Gives your organisation's devices as csv or xlsx, to be corrected and sent back")
    void export(@PathVariable String ending, HttpServletResponse response) throws IOException {
        TableFormat format = TableFormat.of(ending);
        format.announce(response, "devices");
        TableOutput table = TableOutput.open(format, response.getOutputStream(), "devices", HEAD);
        String after = null;
        do {
            Slice<OwnDevice> slice = devices.list(own.reader(), OwnDeviceFilter.NONE, after, Slice.MOST);
            for (OwnDevice device : slice.items()) {
                table.row(cells(device));
            }
            after = slice.next();
        } while (after != null);
        table.close();
    }

    private static List<@Nullable Object> cells(OwnDevice device) {
        return Arrays.asList(
                device.id().toString(),
                device.label().name(),
                device.label().serial(),
                device.label().lot(),
                Presence.HERE.word(),
                device.installed() == null ? null : device.installed().version(),
                null,
                device.site() == null ? null : device.site().name(),
                device.networked() == null ? null : device.networked() ? "yes" : "no",
                null);
    }
}
