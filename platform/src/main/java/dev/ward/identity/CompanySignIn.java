package dev.ward.identity;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.CompanyRepository.Purpose;
import dev.ward.identity.CompanyRepository.Request;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The company's sign-in by OpenID Connect: another way to be recognised, for accounts that Ward has. It makes no
/// account, gives
/// no role, and knows people by issuer and subject alone.
///
/// Source: OpenID Connect Core 1.0; RFC 9700 (best practice of OAuth 2.0); RFC 9207 (`iss` in the answer).
@Component
public class CompanySignIn {

    /// For how long a confirmation waits for its signature.
    static final Duration CONFIRMED = Duration.ofMinutes(2);

    /// How far the provider's clock may be off.
    static final Duration SKEW = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(CompanySignIn.class);

    private static final CompanyArrival OVER =
            new CompanyArrival.Failed("That took too long, or was begun in another browser. Begin again.");

    private final CompanySettings settings;
    private final CompanyProvider provider;
    private final CompanyRepository repository;
    private final AccountRepository accounts;
    private final Invitations invitations;
    private final SecondFactors factors;
    private final PendingSignIns pending;
    private final Entrance entrance;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CompanySignIn(
            CompanySettings settings,
            CompanyProvider provider,
            CompanyRepository repository,
            AccountRepository accounts,
            Invitations invitations,
            SecondFactors factors,
            PendingSignIns pending,
            Entrance entrance,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.provider = provider;
        this.repository = repository;
        this.accounts = accounts;
        this.invitations = invitations;
        this.factors = factors;
        this.pending = pending;
        this.entrance = entrance;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What the provider answered, as it stands in the address.
    public record Answer(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String iss) {}

    /// From where a request comes.
    ///
    /// @param caller   null for who is not signed in
    /// @param network  the asker's network address
    /// @param device   the secret that the browser got at an earlier sign-in; null for none
    public record Place(
            @Nullable Caller caller,
            String network,
            @Nullable String device) {}

    /// Whether the operator has named a provider.
    public boolean isSet() {
        return settings.isSet();
    }

    /// As people know it.
    public String name() {
        return settings.name();
    }

    /// Since when an account is linked; empty when it is not.
    public Optional<Instant> linkedAt(AccountId account) {
        return settings.isSet() ? repository.linkedAt(account) : Optional.empty();
    }

    /// @return the secret for the browser's cookie
    public String beginSignIn(String to) {
        return begin(Purpose.SIGN_IN, null, null, to);
    }

    /// Begins to link the caller's account.
    ///
    /// @throws AccountTrouble  when the present password or the app's code is not right
    public String beginLink(Caller caller, String password, String code) {
        factors.checkPresent(caller, password, code);
        return begin(Purpose.LINK, Objects.requireNonNull(caller.account()), caller.session(), "/account/company");
    }

    /// Begins to link the account of somebody who was invited, in place of a password.
    ///
    /// @throws AccountTrouble  when the invitation's link works no more, or is for a customer's person
    public String beginInvitation(String code) {
        Account account = invitations
                .find(code)
                .flatMap(accounts::find)
                .filter(Account::enabled)
                .filter(one -> one.organisation() == null)
                .orElseThrow(() -> new AccountTrouble("code", "The link was used, has run out, or is for a customer."));
        return begin(Purpose.INVITATION, account.id(), null, "/");
    }

    /// Begins to recognise the caller anew, for one signature.
    public String beginConfirmation(Caller caller, String to) {
        return begin(Purpose.SIGN, Objects.requireNonNull(caller.account()), caller.session(), to);
    }

    private String begin(Purpose purpose, @Nullable AccountId account, @Nullable UUID session, String to) {
        CompanyTicket ticket = CompanyTicket.random();
        repository.insert(ticket, new Request(purpose, account, session, to, clock.instant()));
        return ticket.secret();
    }

    /// Where the browser goes to.
    ///
    /// @param redirect  where it comes back to
    /// @return empty when nothing was begun
    /// @throws ProblemException  when the provider cannot be reached
    public Optional<String> address(String secret, String redirect) {
        CompanyTicket ticket = new CompanyTicket(secret);
        Optional<Request> request = repository.find(ticket);
        try {
            return request.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            provider.address(ticket, redirect, request.get().purpose() == Purpose.SIGN));
        } catch (CompanyTrouble e) {
            LOG.warn("the company's sign-in: {}", e.getMessage());
            throw ProblemException.of(
                    Problem.UNAVAILABLE, "The sign-in of %s does not answer. Try again later.".formatted(name()));
        }
    }

    /// Takes what the browser brought back.
    ///
    /// @param secret    of the browser's cookie
    /// @param redirect  as it was told to the provider
    public CompanyArrival arrive(String secret, Answer answer, String redirect, Place place) {
        CompanyTicket ticket = new CompanyTicket(secret);
        Optional<Request> request = transaction.execute(_ -> repository.take(ticket));
        String code = answer.code();
        if (request.isEmpty() || !Secret.same(ticket.state(), answer.state() == null ? "" : answer.state())) {
            return OVER;
        }
        if (answer.iss() != null && !answer.iss().equals(settings.issuer())) {
            return failed("it answers as \"%s\"".formatted(answer.iss()), place);
        }
        if (code == null || answer.error() != null) {
            return failed("it answers \"%s\"".formatted(answer.error()), place);
        }
        try {
            CompanyPerson person = provider.person(ticket, code, redirect);
            return switch (request.get().purpose()) {
                case SIGN_IN -> signIn(person, request.get().to(), place);
                case LINK -> link(person, request.get(), place);
                case INVITATION -> accept(person, request.get(), place);
                case SIGN -> confirm(person, request.get(), place);
            };
        } catch (CompanyTrouble e) {
            return failed(String.valueOf(e.getMessage()), place);
        }
    }

    private CompanyArrival failed(String why, Place place) {
        LOG.warn("the company's sign-in: {}", why.replaceAll("[^\\x20-\\x7e]", "?"));
        Refusals.log("an answer of the company's sign-in", "unknown", place.network());
        return new CompanyArrival.Failed(
                "The sign-in of %s did not tell who you are. Try again, or sign in with your password."
                        .formatted(name()));
    }

    private CompanyArrival signIn(CompanyPerson person, String to, Place place) {
        Optional<Account> found = repository.find(person).flatMap(accounts::find);
        if (found.isEmpty()) {
            Refusals.log("somebody of the company who has no account here", "unknown", place.network());
            return new CompanyArrival.Failed(
                    "No account here is linked with you. Sign in with your password and link it under My account.");
        }
        Account account = found.get();
        SecondFactor factor = factors.find(account.id());
        boolean further = !person.two() && (factor.isSetUp() || factor.required());
        return new CompanyArrival.AtTheDoor(
                transaction.execute(_ -> further
                        ? new SignInAnswer.Further(pending.open(account.id(), 0, "oidc"), !factor.isSetUp())
                        : entrance.open(
                                Accounts.person(account),
                                person.two() ? "oidc mfa" : "oidc",
                                0,
                                place.network(),
                                place.device())),
                to);
    }

    private CompanyArrival link(CompanyPerson person, Request request, Place place) {
        Caller caller = place.caller();
        AccountId account = request.account();
        if (caller == null || account == null || !Objects.equals(caller.session(), request.session())) {
            return OVER;
        }
        return linked(account, caller.actor(), person)
                ? new CompanyArrival.Done(
                        "Your account is linked with the sign-in of %s.".formatted(name()), request.to())
                : new CompanyArrival.Failed(
                        "This account, or whom %s knows you as, is linked already.".formatted(name()));
    }

    private CompanyArrival accept(CompanyPerson person, Request request, Place place) {
        Optional<Account> invited = Optional.ofNullable(request.account())
                .flatMap(accounts::find)
                .filter(Account::enabled)
                .filter(one -> invitations.isOpen(one.id()));
        if (invited.isEmpty()) {
            return OVER;
        }
        Account account = invited.get();
        if (!linked(account.id(), Accounts.person(account), person)) {
            return new CompanyArrival.Failed(
                    "This account, or whom %s knows you as, is linked already.".formatted(name()));
        }
        return signIn(person, request.to(), place);
    }

    /// @return false when one of the two is linked already
    private boolean linked(AccountId account, Actor actor, CompanyPerson person) {
        try {
            transaction.executeWithoutResult(_ -> {
                invitations.close(account);
                repository.link(account, person);
                trail.record(
                        actor,
                        Act.of("account.company-linked", "account", account.toString())
                                .after("issuer", person.issuer())
                                .after("subject", person.subject())
                                .personal("subject"));
            });
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private CompanyArrival confirm(CompanyPerson person, Request request, Place place) {
        Caller caller = place.caller();
        AccountId account = request.account();
        UUID session = request.session();
        if (caller == null || account == null || session == null || !session.equals(caller.session())) {
            return OVER;
        }
        Instant at = person.at();
        if (at == null || at.isBefore(request.begunAt().minus(SKEW))) {
            return failed("it did not recognise the person anew", place);
        }
        if (!repository.find(person).map(account::equals).orElse(false)) {
            Refusals.log("a confirmation by somebody else", caller);
            return new CompanyArrival.Failed("That was not you: another person signed in at %s.".formatted(name()));
        }
        repository.confirm(session, account);
        return new CompanyArrival.Done(
                "%s has recognised you. Sign within two minutes.".formatted(name()), request.to());
    }

    /// Whether the caller was recognised anew a moment ago, for a signature that is still to come.
    public boolean isConfirmed(Caller caller) {
        UUID session = caller.session();
        return session != null && repository.isConfirmed(session, CONFIRMED);
    }

    /// Recognises the person who sends the request by their confirmation, for one act.
    ///
    /// @throws ProblemException  when there is none, in the field `company`
    public Reauthenticated confirm(Caller caller) {
        UUID session = caller.session();
        if (session == null || !repository.useConfirmation(session, CONFIRMED)) {
            Refusals.log("a confirmation", caller);
            throw ProblemException.of(
                            Problem.INVALID,
                            "%s has not recognised you within the last two minutes. Nothing was done."
                                    .formatted(name()))
                    .with("company", "is over: confirm anew");
        }
        return new Reauthenticated(caller, clock.instant());
    }

    /// Takes one's own link away; the password lets in.
    ///
    /// @throws AccountTrouble  when the present password or the app's code is not right
    public void unlink(Caller caller, String password, String code) {
        factors.checkPresent(caller, password, code);
        unlink(caller.actor(), Objects.requireNonNull(caller.account()));
    }

    /// Takes somebody's link away.
    ///
    /// @throws AccountTrouble  when there is none
    public void unlink(Actor actor, AccountId account) {
        transaction.executeWithoutResult(_ -> {
            if (!repository.unlink(account)) {
                throw new AccountTrouble("", "This account is not linked.");
            }
            trail.record(actor, Act.of("account.company-unlinked", "account", account.toString()));
        });
    }
}
