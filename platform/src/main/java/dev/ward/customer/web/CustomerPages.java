package dev.ward.customer.web;

import dev.ward.customer.Contacts;
import dev.ward.customer.Countries;
import dev.ward.customer.Customer;
import dev.ward.customer.CustomerFilter;
import dev.ward.customer.CustomerId;
import dev.ward.customer.CustomerKind;
import dev.ward.customer.CustomerSection;
import dev.ward.customer.Customers;
import dev.ward.customer.SiteFilter;
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
import dev.ward.web.SortOrder;
import dev.ward.web.Worded;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/customers")
class CustomerPages {

    static final String LIST = "/customers";

    private static final int MOST_CONTACTS = 100;

    private final Customers customers;
    private final Sites sites;
    private final Contacts contacts;
    private final List<CustomerSection> sections;
    private final CurrentActor actor;
    private final Visibility visibility;

    CustomerPages(
            Customers customers,
            Sites sites,
            Contacts contacts,
            List<CustomerSection> sections,
            CurrentActor actor,
            Visibility visibility) {
        this.customers = customers;
        this.sites = sites;
        this.contacts = contacts;
        this.sections = List.copyOf(sections);
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping
    @Requires(Permission.DEVICE_READ)
    Page list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after) {
        CustomerFilter filter = new CustomerFilter(
                q,
                Worded.typed("kind", kind, CustomerKind.values()),
                Countries.typed("country", country),
                archived,
                SortOrder.parse(sort, CustomerFilter.ORDERS, CustomerFilter.USUAL));
        return Page.of("customer/list", Section.DEVICES, "Customers")
                .with("filter", filter)
                .with("customers", customers.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @GetMapping("/new")
    @Requires(Permission.DEVICE_WRITE)
    Page form() {
        return newPage(Form.empty());
    }

    @PostMapping
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView create(CustomerForm form, HttpServletResponse response) {
        try {
            Customer customer = customers.create(actor.get(), form.draft());
            Notices.say(response, "Customer \"%s\" is added.".formatted(customer.name()));
            return to(customer.id());
        } catch (ProblemException e) {
            return newPage(form.form().refused(e)).status(status(e));
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.DEVICE_READ)
    Page show(
            @PathVariable CustomerId id,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after) {
        Customer customer = customers.get(visibility.reader(), id);
        SortOrder order = SortOrder.parse(sort, SiteFilter.ORDERS, SiteFilter.USUAL);
        SiteFilter filter = new SiteFilter(id, null, archived, order);
        return Page.of("customer/customer", Section.DEVICES, customer.name())
                .crumb("Customers", LIST)
                .with("customer", customer)
                .with("filter", filter)
                .with("sites", sites.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT))
                .with("contacts", contacts.list(visibility.reader(), id, null, MOST_CONTACTS))
                .with("parts", PagePart.of(sections, actor::may, customer));
    }

    @GetMapping("/{id}/edit")
    @Requires(Permission.DEVICE_WRITE)
    Page editForm(@PathVariable CustomerId id) {
        Customer customer = customers.get(visibility.reader(), id);
        return editPage(customer, CustomerForm.form(customer));
    }

    @PostMapping("/{id}")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView edit(@PathVariable CustomerId id, CustomerForm form, HttpServletResponse response) {
        try {
            customers.edit(actor.get(), visibility.reader(), id, form.seen(), form.draft());
            Notices.say(response, "Saved.");
            return to(id);
        } catch (ProblemException e) {
            return editPage(customers.get(visibility.reader(), id), form.form().refused(e))
                    .status(status(e));
        }
    }

    @PostMapping("/{id}/archive")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView archive(@PathVariable CustomerId id, HttpServletResponse response) {
        customers.archive(actor.get(), visibility.reader(), id, true);
        Notices.say(response, "Archived. It can be restored at any time.");
        return to(id);
    }

    @PostMapping("/{id}/restore")
    @Requires(Permission.DEVICE_WRITE)
    ModelAndView restore(@PathVariable CustomerId id, HttpServletResponse response) {
        customers.archive(actor.get(), visibility.reader(), id, false);
        Notices.say(response, "Restored.");
        return to(id);
    }

    private static Page newPage(Form form) {
        return Page.of("customer/customer-form", Section.DEVICES, "Add a customer")
                .crumb("Customers", LIST)
                .with("action", LIST)
                .with("cancel", LIST)
                .with("form", form);
    }

    private static Page editPage(Customer customer, Form form) {
        String here = LIST + "/" + customer.id();
        return Page.of("customer/customer-form", Section.DEVICES, "Edit " + customer.name())
                .crumb("Customers", LIST)
                .crumb(customer.name(), here)
                .with("action", here)
                .with("cancel", here)
                .with("form", form);
    }

    static ModelAndView to(CustomerId id) {
        return new ModelAndView("redirect:" + LIST + "/" + id);
    }

    static HttpStatus status(ProblemException e) {
        return HttpStatus.valueOf(e.problem().status());
    }
}
