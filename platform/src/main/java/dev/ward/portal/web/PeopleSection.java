package dev.ward.portal.web;

import dev.ward.customer.Customer;
import dev.ward.customer.CustomerSection;
import dev.ward.identity.Accounts;
import dev.ward.identity.OrganisationId;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Leads from a customer's page to its people who may sign in.
@Component
class PeopleSection implements CustomerSection {

    private final Accounts accounts;
    private final Visibility visibility;

    PeopleSection(Accounts accounts, Visibility visibility) {
        this.accounts = accounts;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Portal";
    }

    @Override
    public String view() {
        return "portal/people-section";
    }

    @Override
    public Map<String, Object> model(Customer customer) {
        int people = accounts.list(
                        visibility.reader(), new OrganisationId(customer.id().value()))
                .size();
        return Map.of("customer", customer.id().toString(), "people", people);
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String permission() {
        return Permission.PORTAL_INVITE.name();
    }
}
