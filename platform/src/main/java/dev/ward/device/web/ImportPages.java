package dev.ward.device.web;

import dev.ward.device.intake.DeviceImport;
import dev.ward.device.intake.DeviceImports;
import dev.ward.device.intake.Field;
import dev.ward.device.intake.ImportId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.job.Job;
import dev.ward.job.Jobs;
import dev.ward.table.ImportState;
import dev.ward.table.SentTable;
import dev.ward.table.TableIntake;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.TableFormat;
import dev.ward.web.TableOutput;
import dev.ward.web.UploadedFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Takes files of devices from people, tells what they would change, and applies them.
@Controller
@Requires(Permission.DEVICE_WRITE)
class ImportPages {

    static final String LIST = "/devices/imports";

    private final DeviceImports imports;
    private final Jobs jobs;
    private final CurrentActor actor;
    private final Visibility visibility;

    ImportPages(DeviceImports imports, Jobs jobs, CurrentActor actor, Visibility visibility) {
        this.imports = imports;
        this.jobs = jobs;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping(LIST)
    Page list(@RequestParam(required = false) @Nullable String after) {
        return Page.of("device/imports", Section.DEVICES, "Import devices")
                .crumb("Devices", DevicePages.LIST)
                .with("imports", imports.list(visibility.reader(), after, Slice.USUAL_LIMIT));
    }

    @PostMapping(LIST)
    RedirectView upload(@Nullable UploadedFile file) {
        DeviceImport received = SentTable.of(file, "devices")
                .to("upload", (name, type, content) -> imports.receive(name, type, content, actor.get()));
        return new RedirectView(at(received.id()) + "/mapping");
    }

    static String at(ImportId id) {
        return LIST + "/" + id;
    }

    /// @param show  `warnings` for what is said of rows that are taken
    @GetMapping(LIST + "/{id}")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String after) {
        DeviceImport of = imports.get(visibility.reader(), new ImportId(id));
        if (of.state() == ImportState.RECEIVED) {
            return new ModelAndView(new RedirectView(at(of.id()) + "/mapping"));
        }
        boolean warnings =
                show.equals("warnings") || (show.isEmpty() && of.counts().refused() == 0);
        return Page.of("device/import", Section.DEVICES, of.name())
                .crumb("Devices", DevicePages.LIST)
                .crumb("Imports", LIST)
                .with("told", of)
                .with("job", job(of))
                .with("rules", imports.rules(of))
                .with("warnings", warnings)
                .with("notes", imports.notes(of, !warnings, after, Slice.USUAL_LIMIT));
    }

    private @Nullable Job job(DeviceImport of) {
        return of.job() == null || !of.state().moves()
                ? null
                : jobs.find(of.job()).orElse(null);
    }

    @PostMapping(LIST + "/{id}/apply")
    RedirectView apply(@PathVariable UUID id) {
        DeviceImport of = imports.get(visibility.reader(), new ImportId(id));
        if (of.mapping() == null) {
            throw TableIntake.notMapped(of);
        }
        imports.apply(actor.get(), visibility.reader(), of.id(), of.mapping(), of.asOf());
        return new RedirectView(at(of.id()));
    }

    @GetMapping({LIST + "/{id}/refused.{ending}", "/api/v1/devices/imports/{id}/refused.{ending}"})
    @Summary("Exports the refused rows of an import as they stand in the file, with their reasons, as csv or xlsx")
    void refused(@PathVariable UUID id, @PathVariable String ending, HttpServletResponse response) throws IOException {
        TableFormat format = TableFormat.of(ending);
        imports.writeRefused(imports.get(visibility.reader(), new ImportId(id)), head -> {
            format.announce(response, "refused-rows");
            return TableOutput.open(format, response.getOutputStream(), "Refused rows", head);
        });
    }

    @GetMapping({LIST + "/template.{ending}", "/api/v1/devices/imports/template.{ending}"})
    @Summary("Gives a file of devices with all headings and no rows, as csv or xlsx")
    void template(@PathVariable String ending, HttpServletResponse response) throws IOException {
        TableFormat format = TableFormat.of(ending);
        List<String> head = List.copyOf(Field.TABLE.titles().values());
        format.announce(response, "devices");
        TableOutput.open(format, response.getOutputStream(), "Devices", head).close();
    }
}
