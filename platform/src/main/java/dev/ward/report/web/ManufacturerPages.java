package dev.ward.report.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.report.Manufacturer;
import dev.ward.report.Manufacturers;
import dev.ward.web.Acts;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who reports to authorities: the manufacturer's particulars.
@Controller
@RequestMapping("/due/manufacturer")
class ManufacturerPages {

    static final String TITLE = "Who reports";
    static final String HERE = "/due/manufacturer";
    private static final String ACT = "maker";

    private final Manufacturers manufacturers;
    private final CurrentActor actor;

    ManufacturerPages(Manufacturers manufacturers, CurrentActor actor) {
        this.manufacturers = manufacturers;
        this.actor = actor;
    }

    @GetMapping
    @Requires(Permission.OBLIGATION_READ)
    Page show() {
        return page(filled(manufacturers.current()));
    }

    @PostMapping
    @Requires(Permission.OBLIGATION_WRITE)
    ModelAndView save(@RequestParam Map<String, String> sent, HttpServletResponse response) {
        return Acts.done(
                ACT,
                sent,
                HERE,
                response,
                () -> {
                    manufacturers.save(
                            actor.get(),
                            DraftDownloads.version(sent.getOrDefault(name("seen"), "")),
                            new Manufacturer.Draft(
                                    sent.get(name("registration")),
                                    sent.containsKey(name("neverRegistered")),
                                    sent.get(name("name")),
                                    sent.get(name("address")),
                                    sent.get(name("phone")),
                                    sent.get(name("contactName")),
                                    sent.get(name("contactTitle")),
                                    sent.get(name("contactAddress")),
                                    sent.get(name("contactPhone")),
                                    sent.get(name("sequenceBefore")),
                                    sent.get(name("srn")),
                                    sent.get(name("representativeName")),
                                    sent.get(name("representativeAddress")),
                                    sent.get(name("representativeSrn"))));
                    return "Kept. Drafts say so from now on.";
                },
                this::page);
    }

    private static String name(String field) {
        return Acts.name(ACT, field);
    }

    private static Form filled(Manufacturer one) {
        Map<String, String> values = new HashMap<>();
        put(values, "seen", one.version());
        put(values, "registration", one.registration());
        put(values, "neverRegistered", one.neverRegistered() ? "yes" : null);
        put(values, "name", one.name());
        put(values, "address", one.address());
        put(values, "phone", one.phone());
        put(values, "contactName", one.contact().name());
        put(values, "contactTitle", one.contact().title());
        put(values, "contactAddress", one.contact().address());
        put(values, "contactPhone", one.contact().phone());
        put(values, "sequenceBefore", one.sequenceBefore());
        put(values, "srn", one.srn());
        put(values, "representativeName", one.representative().name());
        put(values, "representativeAddress", one.representative().address());
        put(values, "representativeSrn", one.representative().srn());
        return new Form(values, Map.of(), null, 0);
    }

    private static void put(Map<String, String> values, String field, @Nullable Object value) {
        values.put(name(field), Objects.toString(value, ""));
    }

    private Page page(Form form) {
        return Page.of("report/manufacturer", Section.DUE, TITLE)
                .with("history", manufacturers.history())
                .with("form", form);
    }
}
