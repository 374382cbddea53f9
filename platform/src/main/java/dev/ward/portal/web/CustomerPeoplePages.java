package dev.ward.portal.web;

import dev.ward.customer.Customer;
import dev.ward.customer.CustomerId;
import dev.ward.customer.Customers;
import dev.ward.identity.Account;
import dev.ward.identity.AccountId;
import dev.ward.identity.AccountTrouble;
import dev.ward.identity.Accounts;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.OrganisationId;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Form;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The people of a customer who may sign in. An account of somebody else is not found here, whatever its number.
@Controller
@RequestMapping("/customers/{customer}/people")
@Requires(Permission.PORTAL_INVITE)
class CustomerPeoplePages {

    private final Accounts accounts;
    private final Customers customers;
    private final CurrentActor current;
    private final Visibility visibility;

    CustomerPeoplePages(Accounts accounts, Customers customers, CurrentActor current, Visibility visibility) {
        this.accounts = accounts;
        this.customers = customers;
        this.current = current;
        this.visibility = visibility;
    }

    @GetMapping
    Page list(@PathVariable CustomerId customer) {
        return page(customer, Form.empty(), null);
    }

    @PostMapping
    Page invite(
            @PathVariable CustomerId customer,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request) {
        Customer known = customers.get(visibility.reader(), customer);
        Form typed = new Form(Map.of("email", email, "name", name), Map.of(), null, 0);
        if (known.archived()) {
            return page(customer, typed.refused(archived(known)), null).status(HttpStatus.CONFLICT);
        }
        try {
            Accounts.Invited invited = accounts.invite(current.get(), organisation(customer), email, name);
            return page(customer, Form.empty(), OneTimeLink.of(name, invited.code(), request));
        } catch (AccountTrouble e) {
            return page(customer, refused(typed, e), null).status(HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/{id}/link")
    Page link(@PathVariable CustomerId customer, @PathVariable UUID id, HttpServletRequest request) {
        Account account = get(customer, id);
        try {
            String code = accounts.inviteAgain(current.get(), account.id());
            return page(customer, Form.empty(), OneTimeLink.of(account.name(), code, request));
        } catch (AccountTrouble e) {
            return page(customer, refused(Form.empty(), e), null).status(HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/{id}/end-sessions")
    Object endSessions(@PathVariable CustomerId customer, @PathVariable UUID id) {
        return afterwards(customer, id, account -> accounts.endSessions(current.get(), account));
    }

    @PostMapping("/{id}/disable")
    Object disable(@PathVariable CustomerId customer, @PathVariable UUID id) {
        return afterwards(customer, id, account -> accounts.disable(current.get(), account));
    }

    @PostMapping("/{id}/enable")
    Object enable(@PathVariable CustomerId customer, @PathVariable UUID id) {
        return afterwards(customer, id, account -> accounts.enable(current.get(), account));
    }

    private Object afterwards(CustomerId customer, UUID id, Consumer<AccountId> act) {
        act.accept(get(customer, id).id());
        return "redirect:/customers/%s/people".formatted(customer);
    }

    private Account get(CustomerId customer, UUID id) {
        return accounts.find(new AccountId(id))
                .filter(account -> Objects.equals(account.organisation(), organisation(customer)))
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no account \"%s\" of this customer.".formatted(id)));
    }

    private static OrganisationId organisation(CustomerId customer) {
        return new OrganisationId(customer.value());
    }

    private static ProblemException archived(Customer customer) {
        return ProblemException.of(
                Problem.CONFLICT, "\"%s\" is archived. Restore it before inviting people.".formatted(customer.name()));
    }

    private static Form refused(Form form, AccountTrouble e) {
        return e.field().isEmpty()
                ? new Form(form.values(), Map.of(), e.words(), 0)
                : new Form(form.values(), Map.of(e.field(), e.words()), null, 0);
    }

    private Page page(CustomerId id, Form form, @Nullable OneTimeLink link) {
        Customer customer = customers.get(visibility.reader(), id);
        return Page.of("portal/people", Section.DEVICES, "People of " + customer.name())
                .crumb(customer.name(), "/customers/" + id)
                .with("customer", customer)
                .with("accounts", accounts.list(visibility.reader(), organisation(id)))
                .with("link", link)
                .with("form", form);
    }
}
