package dev.ward.portal.web;

import dev.ward.customer.ContactId;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.portal.Claims;
import dev.ward.portal.OwnContact;
import dev.ward.portal.OwnContacts;
import dev.ward.portal.OwnReleases;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The people at a customer whom the manufacturer tells, and what the customer says of them.
@Controller
@RequestMapping("/portal/contacts")
class OwnContactPages {

    private static final String LIST = "/portal/contacts";

    private final OwnContacts contacts;
    private final OwnReleases releases;
    private final Claims claims;
    private final OwnPage own;

    OwnContactPages(OwnContacts contacts, OwnReleases releases, Claims claims, OwnPage own) {
        this.contacts = contacts;
        this.releases = releases;
        this.claims = claims;
        this.own = own;
    }

    @GetMapping
    @Requires(Permission.PORTAL_READ)
    Page list() {
        return OwnPage.page("contacts", "Contacts").with("contacts", contacts.list(own.reader()));
    }

    @GetMapping("/new")
    @Requires(Permission.PORTAL_CLAIM)
    Page form() {
        return page(null, ContactForm.empty());
    }

    @PostMapping
    @Requires(Permission.PORTAL_CLAIM)
    ModelAndView add(ContactForm form, HttpServletResponse response) {
        return say(null, form, response);
    }

    @GetMapping("/{id}")
    @Requires(Permission.PORTAL_CLAIM)
    Page editForm(@PathVariable ContactId id) {
        OwnContact contact = contacts.get(own.reader(), id);
        return page(contact, ContactForm.of(contact));
    }

    @PostMapping("/{id}")
    @Requires(Permission.PORTAL_CLAIM)
    ModelAndView edit(@PathVariable ContactId id, ContactForm form, HttpServletResponse response) {
        contacts.get(own.reader(), id);
        return say(id, form, response);
    }

    @PostMapping("/{id}/remove")
    @Requires(Permission.PORTAL_CLAIM)
    ModelAndView remove(@PathVariable ContactId id, HttpServletResponse response) {
        OwnDevicePages.tell(response, claims.remove(own.actor(), own.reader(), id));
        return new ModelAndView("redirect:" + LIST);
    }

    private ModelAndView say(@Nullable ContactId id, ContactForm form, HttpServletResponse response) {
        try {
            OwnDevicePages.tell(response, claims.make(own.actor(), own.reader(), id, form.draft(), form.consents()));
            return new ModelAndView("redirect:" + LIST);
        } catch (ProblemException e) {
            OwnContact contact = id == null ? null : contacts.get(own.reader(), id);
            return page(contact, form.form().refused(e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

    private Page page(@Nullable OwnContact contact, Form form) {
        return OwnPage.page("contact", contact == null ? "A new contact" : contact.name())
                .crumb("Contacts", LIST)
                .with("contact", contact)
                .with("sites", releases.sites(own.reader()))
                .with("chosen", new HashSet<>(Arrays.asList(form.value("chosen").split(" "))))
                .with("form", form);
    }
}
