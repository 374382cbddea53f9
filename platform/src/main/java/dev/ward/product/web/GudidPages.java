package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.DeviceIdentifiers;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.gudid.GudidImport;
import dev.ward.product.gudid.GudidImports;
import dev.ward.product.gudid.GudidRecord;
import dev.ward.product.gudid.GudidRecords;
import dev.ward.product.gudid.KnownRecord;
import dev.ward.web.Address;
import dev.ward.web.Form;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.UploadedFile;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the FDA's records say of device identifiers, and the files that told it.
@Controller
class GudidPages {

    private static final String LIST = "/gudid";
    private static final String TITLE = "FDA’s records (GUDID)";
    private static final int LAST_IMPORTS = 10;

    private final GudidImports imports;
    private final GudidRecords records;
    private final Bearers bearers;
    private final CurrentActor actor;
    private final Visibility visibility;

    GudidPages(GudidImports imports, GudidRecords records, Bearers bearers, CurrentActor actor, Visibility visibility) {
        this.imports = imports;
        this.records = records;
        this.bearers = bearers;
        this.actor = actor;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry gudidEntry() {
        return new NavigationEntry(Section.PRODUCTS, TITLE, LIST, Permission.PRODUCT_READ.name(), 45);
    }

    @GetMapping(LIST)
    @Requires(Permission.PRODUCT_READ)
    ModelAndView list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after) {
        if (q != null && !q.isBlank() && !records.find(visibility.reader(), q).isEmpty()) {
            return new ModelAndView("redirect:" + record(q));
        }
        boolean spelled = DeviceIdentifiers.spelled(q).isPresent();
        Slice<KnownRecord> found =
                spelled ? new Slice<>(List.of(), null) : records.list(visibility.reader(), q, after, Slice.USUAL_LIMIT);
        return Page.of("product/gudid", Section.PRODUCTS, TITLE)
                .crumb("Products", "/products")
                .with("text", q)
                .with("spelled", spelled)
                .with("records", found)
                .with("imports", imports.list(visibility.reader(), null, LAST_IMPORTS));
    }

    /// @param di  in any spelling
    @GetMapping("/gudid/record")
    @Requires(Permission.PRODUCT_READ)
    Page show(@RequestParam(defaultValue = "") String di) {
        return recordPage(di, new Form(Map.of("di", di), Map.of(), null, 0));
    }

    private Page recordPage(String di, Form form) {
        GudidRecord told = records.get(visibility.reader(), di).content();
        List<GudidRecords.Borne> borne = records.borne(visibility.reader(), told);
        LinkedIdentifier ours = borne.stream()
                .map(GudidRecords.Borne::ours)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return Page.of("product/gudid-record", Section.PRODUCTS, told.brand())
                .crumb("Products", "/products")
                .crumb(TITLE, LIST)
                .with("told", told)
                .with("borne", borne)
                .with("ours", ours)
                .with("compared", ours == null ? List.of() : records.compare(visibility.reader(), told, ours))
                .with("bearers", bearers.options(visibility.reader(), told))
                .with("form", form);
    }

    @PostMapping("/gudid/record")
    @Requires(Permission.PRODUCT_WRITE)
    ModelAndView link(
            @RequestParam(defaultValue = "") String di,
            @RequestParam(defaultValue = "") String bearer,
            HttpServletResponse response) {
        try {
            LinkedIdentifier linked =
                    records.link(actor.get(), visibility.reader(), di, bearers.typed(visibility.reader(), bearer));
            Notices.say(
                    response,
                    "\"%s\" is linked to %s, as the FDA’s record has it."
                            .formatted(linked.di().value(), linked.bearer()));
            return new ModelAndView("redirect:" + record(di));
        } catch (ProblemException e) {
            Form typed = new Form(Map.of("di", di, "bearer", bearer), Map.of(), null, 0);
            return recordPage(di, typed.refused(e)).status(ProductPages.status(e));
        }
    }

    @PostMapping("/gudid/imports")
    @Requires(Permission.PRODUCT_WRITE)
    String submit(@Nullable UploadedFile file) {
        if (file == null) {
            throw ProblemException.of(Problem.INVALID, "Choose a file of the GUDID.");
        }
        return "redirect:/gudid/imports/"
                + imports.submit(actor.get(), GudidApi.name(file.name()), -1, file.content())
                        .id();
    }

    @GetMapping("/gudid/imports/{id}")
    @Requires(Permission.PRODUCT_READ)
    Page showImport(@PathVariable UUID id, @RequestParam(required = false) @Nullable String after) {
        GudidImport of = imports.get(visibility.reader(), id);
        return Page.of("product/gudid-import", Section.PRODUCTS, of.name())
                .crumb("Products", "/products")
                .crumb(TITLE, LIST)
                .with("told", of)
                .with("unread", imports.unread(of, after, Slice.USUAL_LIMIT));
    }

    static String record(String di) {
        return Address.of("/gudid/record").with("di", di).toString();
    }
}
