package dev.ward.customer.web;

import dev.ward.customer.Contact;
import dev.ward.customer.ContactId;
import dev.ward.customer.ContactSection;
import dev.ward.customer.Contacts;
import dev.ward.customer.Customer;
import dev.ward.customer.CustomerId;
import dev.ward.customer.Customers;
import dev.ward.customer.NoticeKind;
import dev.ward.customer.SiteFilter;
import dev.ward.customer.SiteId;
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
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ContactPages {

    private final Contacts contacts;
    private final Customers customers;
    private final Sites sites;
    private final CurrentActor actor;
    private final Visibility visibility;
    private final List<ContactSection> sections;

    ContactPages(
            Contacts contacts,
            Customers customers,
            Sites sites,
            CurrentActor actor,
            Visibility visibility,
            List<ContactSection> sections) {
        this.sections = List.copyOf(sections);
        this.contacts = contacts;
        this.customers = customers;
        this.sites = sites;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/customers/{id}/contacts/new")
    @Requires(Permission.DEVICE_WRITE)
    Page form(@PathVariable CustomerId id) {
        return newPage(id, Form.empty());
    }

    @PostMapping("/customers/{id}/contacts")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView create(@PathVariable CustomerId id, ContactForm form, HttpServletResponse response) {
        try {
            Contact contact = contacts.create(actor.get(), visibility.reader(), id, form.draft());
            Notices.say(response, "The contact is added. Record below to which notices they agreed.");
            return to(contact.id());
        } catch (ProblemException e) {
            return newPage(id, form.form().refused(e)).status(CustomerPages.status(e));
        }
    }

    @GetMapping("/contacts/{id}")
    @Requires(Permission.DEVICE_READ)
    Page show(@PathVariable ContactId id) {
        return page(id, Form.empty());
    }

    @GetMapping("/contacts/{id}/edit")
    @Requires(Permission.DEVICE_WRITE)
    Page editForm(@PathVariable ContactId id) {
        Contact contact = contacts.get(visibility.reader(), id);
        return editPage(contact, ContactForm.form(contact));
    }

    @PostMapping("/contacts/{id}")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView edit(@PathVariable ContactId id, ContactForm form, HttpServletResponse response) {
        try {
            contacts.edit(actor.get(), visibility.reader(), id, form.seen(), form.draft());
            Notices.say(response, "Saved.");
            return to(id);
        } catch (ProblemException e) {
            return editPage(contacts.get(visibility.reader(), id), form.form().refused(e))
                    .status(CustomerPages.status(e));
        }
    }

    @PostMapping("/contacts/{id}/leave")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView leave(@PathVariable ContactId id, HttpServletResponse response) {
        Contact contact = contacts.leave(actor.get(), visibility.reader(), id);
        Notices.say(response, "Nobody is told anything there any more. The person's data wait for a signed purge.");
        return CustomerPages.to(contact.customer());
    }

    @PostMapping("/contacts/{id}/consents")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView agree(
            @PathVariable ContactId id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String since,
            HttpServletResponse response) {
        try {
            NoticeKind notice = Worded.required("kind", kind, NoticeKind.values());
            contacts.agree(actor.get(), visibility.reader(), id, notice, instant(since));
            Notices.say(response, "The consent is recorded.");
            return to(id);
        } catch (ProblemException e) {
            Form form = new Form(
                    Map.of(
                            "kind",
                            Objects.requireNonNullElse(kind, ""),
                            "since",
                            Objects.requireNonNullElse(since, "")),
                    Map.of(),
                    null,
                    0);
            return page(id, form.refused(e)).status(CustomerPages.status(e));
        }
    }

    @PostMapping("/contacts/{id}/consents/withdraw")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView withdraw(
            @PathVariable ContactId id,
            @RequestParam(required = false) @Nullable String kind,
            HttpServletResponse response) {
        contacts.withdraw(actor.get(), visibility.reader(), id, Worded.required("kind", kind, NoticeKind.values()));
        Notices.say(response, "The withdrawal is recorded.");
        return to(id);
    }

    private static @Nullable Instant instant(@Nullable String date) {
        try {
            return date == null || date.isBlank()
                    ? null
                    : LocalDate.parse(date.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw TypedText.refused(
                    "since", "\"%s\" is not a date such as 2026-11-30.".formatted(date), "is not a date");
        }
    }

    private Page page(ContactId id, Form form) {
        Contact contact = contacts.get(visibility.reader(), id);
        Customer customer = customers.get(visibility.reader(), contact.customer());
        SiteId site = contact.site();
        return crumbs(Page.of("customer/contact", Section.DEVICES, contact.label()), customer)
                .with("contact", contact)
                .with("site", site == null ? null : sites.get(visibility.reader(), site))
                .with("consents", contacts.consents(visibility.reader(), id))
                .with("parts", PagePart.of(sections, actor::may, contact))
                .with("form", form);
    }

    private Page newPage(CustomerId id, Form form) {
        Customer customer = customers.get(visibility.reader(), id);
        String back = CustomerPages.LIST + "/" + id;
        return crumbs(Page.of("customer/contact-form", Section.DEVICES, "Add a contact"), customer)
                .with("action", back + "/contacts")
                .with("cancel", back)
                .with("sites", sitesOf(id))
                .with("form", form);
    }

    private Page editPage(Contact contact, Form form) {
        Customer customer = customers.get(visibility.reader(), contact.customer());
        String here = "/contacts/" + contact.id();
        return crumbs(Page.of("customer/contact-form", Section.DEVICES, "Edit " + contact.label()), customer)
                .crumb(contact.label(), here)
                .with("action", here)
                .with("cancel", here)
                .with("sites", sitesOf(contact.customer()))
                .with("form", form);
    }

    private SequencedMap<String, String> sitesOf(CustomerId customer) {
        SiteFilter filter = new SiteFilter(customer, null, false, SiteFilter.USUAL);
        return Options.ofSites(
                sites.list(visibility.reader(), filter, null, Slice.MOST).items());
    }

    private static Page crumbs(Page page, Customer customer) {
        return page.crumb("Customers", CustomerPages.LIST)
                .crumb(customer.name(), CustomerPages.LIST + "/" + customer.id());
    }

    private static ModelAndView to(ContactId id) {
        return new ModelAndView("redirect:/contacts/" + id);
    }
}
