package dev.ward.lifecycle.web;

import dev.ward.customer.CustomerId;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.lifecycle.EndOfSupport;
import dev.ward.lifecycle.LifeRecord;
import dev.ward.lifecycle.Markets;
import dev.ward.lifecycle.RecordDraft;
import dev.ward.lifecycle.RecordKind;
import dev.ward.lifecycle.Records;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import dev.ward.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is recorded of a release, by kind, and the form for a further entry.
@Controller
class RecordPages {

    private static final List<String> OWN =
            List.of("market", "customer", "serials", "happened", "reference", "replaces");

    private final Records records;
    private final EndOfSupport ends;
    private final Markets markets;
    private final Releases releases;
    private final CurrentActor actor;
    private final Visibility visibility;

    RecordPages(
            Records records,
            EndOfSupport ends,
            Markets markets,
            Releases releases,
            CurrentActor actor,
            Visibility visibility) {
        this.records = records;
        this.ends = ends;
        this.markets = markets;
        this.releases = releases;
        this.actor = actor;
        this.visibility = visibility;
    }

    static RecordKind kind(String word) {
        try {
            return Worded.get(RecordKind.values(), word);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(Problem.NOT_FOUND, "Nothing of the kind \"%s\" is recorded.".formatted(word));
        }
    }

    @GetMapping("/releases/{id}/records/{kind}")
    @Requires(Permission.DEVICE_READ)
    Page show(
            @PathVariable ReleaseId id,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String market,
            @RequestParam(required = false) @Nullable String after) {
        Map<String, String> values = new HashMap<>();
        values.put("customer", Objects.requireNonNullElse(customer, ""));
        values.put("market", Objects.requireNonNullElse(market, ""));
        return page(id, kind(kind), new Form(values, Map.of(), null, 0), after);
    }

    @PostMapping("/releases/{id}/records/{kind}")
    @Requires(Permission.LIFECYCLE_WRITE)
    ModelAndView add(
            @PathVariable ReleaseId id,
            @PathVariable String kind,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        RecordKind known = kind(kind);
        try {
            int entries = form.containsKey("decommission") && actor.may(Permission.DEVICE_WRITE)
                    ? records.decommission(actor.get(), visibility.reader(), id, draft(known, form))
                    : records.add(actor.get(), visibility.reader(), id, draft(known, form));
            Notices.say(response, Words.counted(entries, "entry is", "entries are") + " recorded.");
            return new ModelAndView("redirect:/releases/" + id + "/records/" + known.word());
        } catch (ProblemException e) {
            return page(id, known, form(known, form).refused(e), null)
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private static RecordDraft draft(RecordKind kind, Map<String, String> form) {
        LocalDate happened = StageForm.date("happened", form.get("happened"));
        if (happened == null) {
            throw TypedText.refused("happened", "The date is missing.", "is missing");
        }
        UUID customer = id("customer", form.get("customer"));
        return new RecordDraft(
                kind,
                form.get("market"),
                customer == null ? null : new CustomerId(customer),
                form.getOrDefault("serials", "").lines().toList(),
                happened,
                form,
                form.get("reference"),
                id("replaces", form.get("replaces")));
    }

    private static @Nullable UUID id(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw TypedText.refused(field, "There is no \"%s\".".formatted(text), "is not one that Ward knows");
        }
    }

    private static Form form(RecordKind kind, Map<String, String> sent) {
        Map<String, String> values = new HashMap<>();
        OWN.forEach(name -> values.put(name, sent.getOrDefault(name, "")));
        kind.fields().forEach(field -> values.put(field.name(), sent.getOrDefault(field.name(), "")));
        return new Form(values, Map.of(), null, 0);
    }

    private Page page(ReleaseId id, RecordKind kind, Form form, @Nullable String after) {
        Release release = releases.get(visibility.reader(), id);
        Slice<LifeRecord> entries = records.list(visibility.reader(), kind, id, after, Slice.USUAL_LIMIT);
        return LifecyclePages.crumbs(
                        Page.of("lifecycle/records", Section.PRODUCTS, kind.title() + " – " + release.name()), release)
                .with("release", release)
                .with("kind", kind)
                .with("entries", entries)
                .with("markets", markets.list())
                .with(
                        "holders",
                        kind.about() == RecordKind.About.CUSTOMER
                                ? ends.holders(visibility.reader(), id, null)
                                : List.of())
                .with("form", form);
    }
}
