package dev.ward.regulation;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.Account;
import dev.ward.identity.AccountId;
import dev.ward.identity.Accounts;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Roles;
import dev.ward.mail.Outbox;
import dev.ward.web.PublicAddress;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells each morning by e-mail what is due, whoever wants it, of the cases that they may see. A day on
/// which nothing is due, or Ward did not run at all, has no message; one that Ward begins late is told
/// late.
@Service
@Transactional
public class Digests {

    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final int LOOK_BACK_YEARS = 30;

    private final DigestRepository digests;
    private final ObligationRepository obligations;
    private final Outbox outbox;
    private final Accounts accounts;
    private final Roles roles;
    private final PublicAddress address;
    private final AuditTrail audit;
    private final Clock clock;
    private final ZoneId zone;
    private final int port;

    Digests(
            DigestRepository digests,
            ObligationRepository obligations,
            Outbox outbox,
            Accounts accounts,
            Roles roles,
            PublicAddress address,
            AuditTrail audit,
            Clock clock,
            @Value("${ward.zone:UTC}") String zone,
            @Value("${server.port:8080}") int port) {
        this.digests = digests;
        this.obligations = obligations;
        this.outbox = outbox;
        this.accounts = accounts;
        this.roles = roles;
        this.address = address;
        this.audit = audit;
        this.clock = clock;
        this.zone = ZoneId.of(zone);
        this.port = port;
    }

    /// Whether Ward can send anything.
    public boolean possible() {
        return outbox.isOpen();
    }

    @Transactional(readOnly = true)
    public boolean isWanted(AccountId person) {
        return digests.isWanted(person);
    }

    /// When it is sent: `06:00 UTC`.
    public String morning() {
        return MORNING + " " + zone;
    }

    public void choose(Actor actor, AccountId person, boolean wanted) {
        boolean changed = wanted ? digests.want(person, clock.instant()) : digests.decline(person);
        if (changed) {
            audit.record(actor, Act.of(wanted ? "digest.wanted" : "digest.declined", "account", person.toString()));
        }
    }

    /// What the person would be told now.
    @Transactional(readOnly = true)
    public Digest preview(Reader reader, AccountId person) {
        return digest(reader, person, ZonedDateTime.now(clock.withZone(zone)));
    }

    /// Puts today's messages into the outbox, each once, whichever server does it.
    @Scheduled(initialDelayString = "PT40S", fixedDelayString = "PT5M")
    public void tell() {
        ZonedDateTime now = ZonedDateTime.now(clock.withZone(zone));
        if (!outbox.isOpen() || now.toLocalTime().isBefore(MORNING)) {
            return;
        }
        List<AccountId> wanted = digests.wanted();
        for (AccountId person : wanted) {
            Optional<Account> account = accounts.find(person).filter(this::mayRead);
            account.ifPresent(one -> tell(one, now));
        }
    }

    private boolean mayRead(Account account) {
        return account.enabled()
                && account.organisation() == null
                && roles.find(account.role())
                        .filter(role -> role.permissions().contains(Permission.OBLIGATION_READ))
                        .isPresent();
    }

    private void tell(Account account, ZonedDateTime now) {
        Digest digest = digest(new Reader(account.id().toString(), true, null), account.id(), now);
        if (digest.subject() != null) {
            outbox.put(
                    "due-digest/%s/%s".formatted(now.toLocalDate(), account.id()),
                    account.email(),
                    digest.subject(),
                    digest.text());
        }
    }

    private Digest digest(Reader reader, AccountId person, ZonedDateTime now) {
        List<Obligation> due = obligations.between(
                reader,
                ObligationFilter.OPEN,
                now.toLocalDate().minusYears(LOOK_BACK_YEARS),
                now.toLocalDate().plusDays(Digest.DAYS_AHEAD),
                Digest.MOST + 1);
        return Digest.of(due, person.value(), now.toLocalDate(), zone, path -> address.of(path, port));
    }
}
