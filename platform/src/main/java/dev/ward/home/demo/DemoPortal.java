package dev.ward.home.demo;

import dev.ward.audit.Actor;
import dev.ward.customer.Channel;
import dev.ward.customer.ContactDraft;
import dev.ward.customer.ContactRole;
import dev.ward.customer.Contacts;
import dev.ward.customer.CustomerId;
import dev.ward.database.Confinement;
import dev.ward.identity.OrganisationId;
import dev.ward.identity.Reader;
import dev.ward.identity.Role;
import dev.ward.portal.ClaimDraft;
import dev.ward.portal.Claims;
import dev.ward.portal.OwnDevice;
import dev.ward.portal.OwnDeviceFilter;
import dev.ward.portal.OwnDevices;
import dev.ward.portal.Presence;
import dev.ward.portal.SbomPolicies;
import dev.ward.portal.SbomPolicy;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Lets a hospital in, which has something to say.
@Component
class DemoPortal {

    private static final int SINCE_DAYS = 17;
    private static final String PUMP = "Rillflow Infusion System";

    private final DemoFile file;
    private final Contacts contacts;
    private final OwnDevices devices;
    private final Claims claims;
    private final SbomPolicies policies;
    private final Clock clock;

    DemoPortal(
            DemoFile file, Contacts contacts, OwnDevices devices, Claims claims, SbomPolicies policies, Clock clock) {
        this.file = file;
        this.contacts = contacts;
        this.devices = devices;
        this.claims = claims;
        this.policies = policies;
        this.clock = clock;
    }

    void tell(DemoPeople people, DemoNames names) throws IOException {
        PlaceWords words = file.read("places.json", PlaceWords.class);
        CustomerId customer =
                Objects.requireNonNull(names.customer(words.invited().reference()));
        Actor actor = people.actor("field-service");
        Reader reader = people.reader("field-service");
        contacts.create(
                actor,
                reader,
                customer,
                new ContactDraft(
                        "Birgit Messer",
                        ContactRole.BIOMEDICAL_ENGINEERING,
                        null,
                        "medizintechnik@erlenfurth.example",
                        null,
                        "de",
                        Set.of(Channel.EMAIL, Channel.PORTAL)));
        policies.set(actor, reader, names.product(PUMP), SbomPolicy.Rule.ALWAYS);
        policies.set(actor, reader, names.product("Tarnwatch Patient Monitor"), SbomPolicy.Rule.ON_REQUEST);
        people.add(Role.HOSPITAL, new OrganisationId(customer.value()));
        // From here on the database shows what the hospital may see, and nothing else.
        Confinement.begin(customer.value());
        try {
            claim(people.actor(Role.HOSPITAL), people.reader(Role.HOSPITAL), names);
        } finally {
            Confinement.end();
        }
    }

    /// Of a pump of which the manufacturer does not know the release.
    private void claim(Actor actor, Reader hospital, DemoNames names) {
        OwnDevice device = devices.list(
                        hospital,
                        new OwnDeviceFilter(null, null, names.product(PUMP).value(), null, true, false, false),
                        null,
                        1)
                .items()
                .getFirst();
        claims.make(
                actor,
                hospital,
                new ClaimDraft(
                        device.id(),
                        null,
                        null,
                        null,
                        null,
                        Presence.HERE,
                        names.release(PUMP, "3.0").id(),
                        null,
                        LocalDate.now(clock).minusDays(SINCE_DAYS),
                        null,
                        true,
                        "Updated by your field service with the others of the ward."));
    }
}
