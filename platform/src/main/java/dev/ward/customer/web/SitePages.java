package dev.ward.customer.web;

import dev.ward.customer.Customer;
import dev.ward.customer.CustomerId;
import dev.ward.customer.Customers;
import dev.ward.customer.Site;
import dev.ward.customer.SiteId;
import dev.ward.customer.SiteSection;
import dev.ward.customer.Sites;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.PagePart;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SitePages {

    private final Sites sites;
    private final Customers customers;
    private final List<SiteSection> sections;
    private final CurrentActor actor;
    private final Visibility visibility;

    SitePages(Sites sites, Customers customers, List<SiteSection> sections, CurrentActor actor, Visibility visibility) {
        this.sites = sites;
        this.customers = customers;
        this.sections = List.copyOf(sections);
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/customers/{id}/sites/new")
    @Requires(Permission.DEVICE_WRITE)
    Page form(@PathVariable CustomerId id) {
        return newPage(id, Form.empty());
    }

    @PostMapping("/customers/{id}/sites")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView create(@PathVariable CustomerId id, SiteForm form, HttpServletResponse response) {
        try {
            Site site = sites.create(actor.get(), visibility.reader(), id, form.draft());
            Notices.say(response, "Site \"%s\" is added.".formatted(site.name()));
            return to(site.id());
        } catch (ProblemException e) {
            return newPage(id, form.form().refused(e)).status(CustomerPages.status(e));
        }
    }

    @GetMapping("/sites/{id}")
    @Requires(Permission.DEVICE_READ)
    Page show(@PathVariable SiteId id) {
        Site site = sites.get(visibility.reader(), id);
        Customer customer = customers.get(visibility.reader(), site.customer());
        return crumbs(Page.of("customer/site", Section.DEVICES, site.name()), customer)
                .with("site", site)
                .with("customer", customer)
                .with("parts", PagePart.of(sections, actor::may, site));
    }

    @GetMapping("/sites/{id}/edit")
    @Requires(Permission.DEVICE_WRITE)
    Page editForm(@PathVariable SiteId id) {
        Site site = sites.get(visibility.reader(), id);
        return editPage(site, SiteForm.form(site));
    }

    @PostMapping("/sites/{id}")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView edit(@PathVariable SiteId id, SiteForm form, HttpServletResponse response) {
        try {
            sites.edit(actor.get(), visibility.reader(), id, form.seen(), form.draft());
            Notices.say(response, "Saved.");
            return to(id);
        } catch (ProblemException e) {
            return editPage(sites.get(visibility.reader(), id), form.form().refused(e))
                    .status(CustomerPages.status(e));
        }
    }

    @PostMapping("/sites/{id}/archive")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView archive(@PathVariable SiteId id, HttpServletResponse response) {
        sites.archive(actor.get(), visibility.reader(), id, true);
        Notices.say(response, "Archived. It can be restored at any time.");
        return to(id);
    }

    @PostMapping("/sites/{id}/restore")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView restore(@PathVariable SiteId id, HttpServletResponse response) {
        sites.archive(actor.get(), visibility.reader(), id, false);
        Notices.say(response, "Restored.");
        return to(id);
    }

    private Page newPage(CustomerId id, Form form) {
        Customer customer = customers.get(visibility.reader(), id);
        String back = CustomerPages.LIST + "/" + id;
        return crumbs(Page.of("customer/site-form", Section.DEVICES, "Add a site"), customer)
                .with("action", back + "/sites")
                .with("cancel", back)
                .with("form", form);
    }

    private Page editPage(Site site, Form form) {
        Customer customer = customers.get(visibility.reader(), site.customer());
        String here = "/sites/" + site.id();
        return crumbs(Page.of("customer/site-form", Section.DEVICES, "Edit " + site.name()), customer)
                .crumb(site.name(), here)
                .with("action", here)
                .with("cancel", here)
                .with("form", form);
    }

    private static Page crumbs(Page page, Customer customer) {
        return page.crumb("Customers", CustomerPages.LIST)
                .crumb(customer.name(), CustomerPages.LIST + "/" + customer.id());
    }

    private static ModelAndView to(SiteId id) {
        return new ModelAndView("redirect:/sites/" + id);
    }
}
