package dev.ward.device.web;

import dev.ward.device.DeviceStatus;
import dev.ward.device.intake.DeviceImport;
import dev.ward.device.intake.DeviceImports;
import dev.ward.device.intake.ImportId;
import dev.ward.device.intake.Mapping;
import dev.ward.device.intake.Mappings;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.table.ColumnForm;
import dev.ward.table.FilePreview;
import dev.ward.table.TableChoices;
import dev.ward.web.Address;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.TypedText;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Asks a person which column of a file is what, and has the file checked so.
@Controller
@RequestMapping(ImportPages.LIST + "/{id}")
@Requires(Permission.DEVICE_WRITE)
class MappingPages {

    private static final String MAPPING = "mapping";

    private final DeviceImports imports;
    private final Mappings mappings;
    private final Catalogue catalogue;
    private final CurrentActor actor;
    private final Visibility visibility;

    MappingPages(
            DeviceImports imports, Mappings mappings, Catalogue catalogue, CurrentActor actor, Visibility visibility) {
        this.imports = imports;
        this.mappings = mappings;
        this.catalogue = catalogue;
        this.actor = actor;
        this.visibility = visibility;
    }

    /// @param asked  the name of a saved mapping, and how the file is read where somebody chose that
    @GetMapping("/mapping")
    ModelAndView form(@PathVariable UUID id, @RequestParam Map<String, String> asked) {
        DeviceImport of = imports.get(visibility.reader(), new ImportId(id));
        FilePreview preview = of.preview();
        if (preview == null || of.state().moves() || of.state().isApplied()) {
            return new ModelAndView(new RedirectView(ImportPages.at(of.id())));
        }
        Mapping mapping = mapping(of, preview, asked);
        Instant asOf = of.asOf().equals(of.received()) ? null : of.asOf();
        Mapping within = mapping.within(preview.headings());
        List<String> missing = mapping.columns().values().stream()
                .filter(heading -> !preview.headings().contains(heading))
                .sorted()
                .toList();
        return page(of, preview, MappingForm.of(within, preview.headings(), asOf), missing, asked.get(MAPPING));
    }

    private Mapping mapping(DeviceImport of, FilePreview preview, Map<String, String> asked) {
        String name = asked.getOrDefault(MAPPING, "");
        Mapping base = name.isBlank()
                ? Objects.requireNonNullElseGet(of.mapping(), () -> Mapping.guessed(preview.headings()))
                : saved(name);
        TableChoices choices = ColumnForm.choices(asked);
        return choices.equals(TableChoices.NONE) && name.isBlank() && of.mapping() != null ? base : base.with(choices);
    }

    private Mapping saved(String name) {
        return mappings.find(visibility.reader(), name)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no mapping \"%s\".".formatted(name)))
                .mapping();
    }

    /// Reads the file as a person chose, or as a saved mapping has it.
    @PostMapping("/look")
    ModelAndView look(@PathVariable UUID id, @RequestParam Map<String, String> sent) {
        ImportId of = new ImportId(id);
        String name = sent.getOrDefault(MAPPING, "");
        try {
            TableChoices choices;
            if (name.isBlank()) {
                choices = ColumnForm.choices(sent);
                imports.look(visibility.reader(), of, choices);
            } else {
                choices = imports.fit(visibility.reader(), of, saved(name)).table();
            }
            Address to = Address.of(ImportPages.at(of) + "/mapping");
            to = ColumnForm.address(name.isBlank() ? to : to.with(MAPPING, name), choices);
            return new ModelAndView(new RedirectView(to.toString()));
        } catch (ProblemException e) {
            return refused(of, Map.of(), e);
        }
    }

    /// Has the file checked; nothing of it is applied.
    @PostMapping("/check")
    ModelAndView check(@PathVariable UUID id, @RequestParam Map<String, String> sent) {
        ImportId of = new ImportId(id);
        try {
            FilePreview preview =
                    Objects.requireNonNull(imports.look(visibility.reader(), of, ColumnForm.choices(sent))
                            .preview());
            Mapping mapping = MappingForm.mapping(sent, preview.headings());
            Instant asOf = MappingForm.asOf(sent);
            String name = TypedText.optional(MappingForm.NAME, sent.get(MappingForm.NAME), Mappings.LONGEST_NAME);
            if (name != null) {
                mappings.save(actor.get(), visibility.reader(), name, mapping);
            }
            imports.check(actor.get(), visibility.reader(), of, mapping, asOf);
            return new ModelAndView(new RedirectView(ImportPages.at(of)));
        } catch (ProblemException e) {
            return refused(of, sent, e);
        }
    }

    /// The page again, with what was sent and what is wrong with it.
    private ModelAndView refused(ImportId id, Map<String, String> sent, ProblemException problem) {
        DeviceImport of = imports.get(visibility.reader(), id);
        FilePreview preview = of.preview();
        if (preview == null || problem.problem() == Problem.CONFLICT || problem.problem() == Problem.NOT_FOUND) {
            throw problem;
        }
        Form form = sent.isEmpty()
                ? MappingForm.of(Mapping.guessed(preview.headings()), preview.headings(), null)
                : ColumnForm.again(sent);
        return page(of, preview, form.refused(problem), List.of(), sent.get(MAPPING))
                .status(DevicePages.status(problem));
    }

    private Page page(DeviceImport of, FilePreview preview, Form form, List<String> missing, @Nullable String chosen) {
        return Page.of("device/import-mapping", Section.DEVICES, of.name())
                .crumb("Devices", DevicePages.LIST)
                .crumb("Imports", ImportPages.LIST)
                .with("told", of)
                .with("preview", preview)
                .with("mappings", mappings.list(visibility.reader()))
                .with("chosen", Objects.requireNonNullElse(chosen, ""))
                .with("missing", missing)
                .with("offers", offers())
                .with("form", form);
    }

    /// What is offered for a field that is the same for all rows; nothing for most.
    private Map<String, List<String>> offers() {
        Map<String, List<String>> offers = new HashMap<>();
        offers.put("product", List.copyOf(catalogue.products().values()));
        offers.put(
                "status",
                Arrays.stream(DeviceStatus.values()).map(DeviceStatus::title).toList());
        offers.put("networked", List.of("yes", "no", "unknown"));
        return offers;
    }
}
