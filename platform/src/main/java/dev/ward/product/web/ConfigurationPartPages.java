package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Configuration;
import dev.ward.product.ConfigurationDraft;
import dev.ward.product.ConfigurationDraft.Running;
import dev.ward.product.ConfigurationId;
import dev.ward.product.Configurations;
import dev.ward.product.Platform;
import dev.ward.product.ProductDraft;
import dev.ward.product.Release;
import dev.ward.product.ReleaseFilter;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What runs in a configuration: added and taken away, one thing at a time.
@Controller
@Requires(Permission.PRODUCT_WRITE)
class ConfigurationPartPages {

    private static final String HERE = "/configurations/";

    private final Configurations configurations;
    private final ConfigurationPages pages;
    private final Releases releases;
    private final CurrentActor actor;
    private final Visibility visibility;

    ConfigurationPartPages(
            Configurations configurations,
            ConfigurationPages pages,
            Releases releases,
            CurrentActor actor,
            Visibility visibility) {
        this.configurations = configurations;
        this.pages = pages;
        this.releases = releases;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/configurations/{id}/releases")
    Page choose(
            @PathVariable ConfigurationId id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String part) {
        Configuration of = configurations.get(visibility.reader(), id);
        List<Release> found = q.isBlank()
                ? releases.list(
                                visibility.reader(),
                                new ReleaseFilter(of.product(), false, ReleaseFilter.USUAL),
                                null,
                                Slice.USUAL_LIMIT)
                        .items()
                : releases.search(visibility.reader(), q.strip(), Slice.USUAL_LIMIT);
        return ConfigurationPages.crumbs(Page.of("product/configuration-releases", Section.PRODUCTS, "Add a release"))
                .crumb(of.name(), HERE + id)
                .with("of", of)
                .with("text", q)
                .with("part", part)
                .with("releases", found);
    }

    @PostMapping("/configurations/{id}/releases/{release}")
    ModelAndView addRelease(
            @PathVariable ConfigurationId id,
            @PathVariable ReleaseId release,
            @RequestParam(defaultValue = "") String part,
            HttpServletResponse response) {
        ConfigurationDraft draft = draft(id);
        List<Running> running = new ArrayList<>(draft.releases());
        running.removeIf(one -> one.release().equals(release));
        running.add(new Running(release, part));
        return save(id, with(draft, running, draft.options(), draft.platforms()), response);
    }

    @PostMapping("/configurations/{id}/releases/{release}/remove")
    ModelAndView removeRelease(
            @PathVariable ConfigurationId id, @PathVariable ReleaseId release, HttpServletResponse response) {
        ConfigurationDraft draft = draft(id);
        List<Running> running = new ArrayList<>(draft.releases());
        running.removeIf(one -> one.release().equals(release));
        return save(id, with(draft, running, draft.options(), draft.platforms()), response);
    }

    @PostMapping("/configurations/{id}/options")
    ModelAndView setOption(
            @PathVariable ConfigurationId id,
            @RequestParam(defaultValue = "") String option,
            @RequestParam(defaultValue = "") String value,
            HttpServletResponse response) {
        ConfigurationDraft draft = draft(id);
        try {
            SequencedMap<String, String> options = new LinkedHashMap<>(draft.options());
            options.put(TypedText.required("option", option, ProductDraft.LONGEST_NAME), value);
            return save(id, with(draft, draft.releases(), options, draft.platforms()), response);
        } catch (ProblemException e) {
            Form form = new Form(Map.of("option", option, "value", value), Map.of(), null, 0);
            return pages.page(id, form.refused(e)).status(ProductPages.status(e));
        }
    }

    @PostMapping("/configurations/{id}/options/remove")
    ModelAndView removeOption(
            @PathVariable ConfigurationId id,
            @RequestParam(defaultValue = "") String option,
            HttpServletResponse response) {
        ConfigurationDraft draft = draft(id);
        SequencedMap<String, String> options = new LinkedHashMap<>(draft.options());
        options.remove(option);
        return save(id, with(draft, draft.releases(), options, draft.platforms()), response);
    }

    @GetMapping("/configurations/{id}/platforms/new")
    Page platformForm(@PathVariable ConfigurationId id) {
        return platformPage(id, new Form(Map.of("kind", "OPERATING_SYSTEM"), Map.of(), null, 0));
    }

    @PostMapping("/configurations/{id}/platforms")
    ModelAndView addPlatform(
            @PathVariable ConfigurationId id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String cpe,
            @RequestParam(defaultValue = "") String purl,
            HttpServletResponse response) {
        ConfigurationDraft draft = draft(id);
        try {
            List<Platform> platforms = new ArrayList<>(draft.platforms());
            platforms.add(new Platform(kind(kind), name, cpe, purl));
            return save(id, with(draft, draft.releases(), draft.options(), platforms), response);
        } catch (ProblemException e) {
            Map<String, String> values = Map.of("kind", kind, "name", name, "cpe", cpe, "purl", purl);
            return platformPage(id, new Form(values, Map.of(), null, 0).refused(e))
                    .status(ProductPages.status(e));
        }
    }

    @PostMapping("/configurations/{id}/platforms/{number}/remove")
    ModelAndView removePlatform(
            @PathVariable ConfigurationId id, @PathVariable int number, HttpServletResponse response) {
        ConfigurationDraft draft = draft(id);
        List<Platform> platforms = new ArrayList<>(draft.platforms());
        if (number >= 1 && number <= platforms.size()) {
            platforms.remove(number - 1);
        }
        return save(id, with(draft, draft.releases(), draft.options(), platforms), response);
    }

    private static Platform.Kind kind(String word) {
        return Arrays.stream(Platform.Kind.values())
                .filter(kind -> kind.name().equals(word))
                .findAny()
                .orElseThrow(() ->
                        TypedText.refused("kind", "\"%s\" is not in the list.".formatted(word), "is not in the list"));
    }

    private Page platformPage(ConfigurationId id, Form form) {
        Configuration of = configurations.get(visibility.reader(), id);
        return ConfigurationPages.crumbs(
                        Page.of("product/platform-form", Section.PRODUCTS, "Add an operating system or hardware"))
                .crumb(of.name(), HERE + id)
                .with("action", HERE + id + "/platforms")
                .with("cancel", HERE + id)
                .with("form", form);
    }

    private ConfigurationDraft draft(ConfigurationId id) {
        return configurations.get(visibility.reader(), id).draft();
    }

    private static ConfigurationDraft with(
            ConfigurationDraft draft,
            List<Running> releases,
            SequencedMap<String, String> options,
            List<Platform> platforms) {
        return new ConfigurationDraft(
                draft.name(), draft.model(), draft.status(), draft.note(), releases, options, platforms);
    }

    private ModelAndView save(ConfigurationId id, ConfigurationDraft draft, HttpServletResponse response) {
        int revision = configurations.get(visibility.reader(), id).revision();
        configurations.edit(actor.get(), visibility.reader(), id, revision, draft);
        Notices.say(response, "Saved.");
        return ConfigurationPages.to(id);
    }
}
