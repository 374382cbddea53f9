package dev.ward.home.demo;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.identity.AccountId;
import dev.ward.identity.Accounts;
import dev.ward.identity.Caller;
import dev.ward.identity.Competence;
import dev.ward.identity.OrganisationId;
import dev.ward.identity.QualificationDraft;
import dev.ward.identity.Qualifications;
import dev.ward.identity.Reader;
import dev.ward.identity.Role;
import dev.ward.identity.Roles;
import dev.ward.signature.Shown;
import dev.ward.signature.Signer;
import dev.ward.signature.Signing;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The demo's people, each of whom does what their role does.
public final class DemoPeople {

    private static final Actor DEMO = Actor.machine("demo");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("administrator", "Ada Winter"),
            Map.entry("product-security", "Paul Security"),
            Map.entry("psirt-lead", "Petra Response"),
            Map.entry("clinical-safety", "Clara Heart"),
            Map.entry("quality-regulatory", "Quentin Rule"),
            Map.entry("regulatory-head", "Rita Docket"),
            Map.entry("designated-person", "Dora Review"),
            Map.entry("field-service", "Fia Field"),
            Map.entry("privacy-officer", "Pia Discreet"),
            Map.entry("counsel", "Carl Statute"),
            Map.entry("executive", "Eva Summit"),
            Map.entry("auditor", "Otto Look"),
            Map.entry(Role.HOSPITAL, "Hanna Station"));

    /// Whom quality has found qualified to sign, by which training record.
    private static final Map<String, Map.Entry<Competence, String>> QUALIFIED = Map.of(
            "product-security", Map.entry(Competence.SECURITY, "TR-2026-014, assessing exploitability"),
            "psirt-lead", Map.entry(Competence.SECURITY, "TR-2026-015, assessing exploitability"),
            "clinical-safety", Map.entry(Competence.CLINICAL_SAFETY, "TR-2026-021, assessing harm to patients"));

    private final Accounts accounts;
    private final Roles roles;
    private final Map<String, String> passwords;
    private final Map<String, Caller> callers = new HashMap<>();

    /// @param passwords  by role
    public DemoPeople(Accounts accounts, Roles roles, Map<String, String> passwords) {
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = Map.copyOf(passwords);
    }

    /// The address by which the person of a role signs in.
    public static String address(String role) {
        return role + "@demo.example";
    }

    /// Makes the account of the person of a role.
    ///
    /// @param of  whose person it is; null for the manufacturer's own
    public void add(String role, @Nullable OrganisationId of) {
        String name = NAMES.getOrDefault(role, role);
        AccountId id = of == null
                ? accounts.createAccount(DEMO, address(role), name, role, password(role))
                : accounts.createAccount(DEMO, of, address(role), name, password(role));
        Role known = roles.get(role);
        Actor actor = new Actor(Actor.Kind.PERSON, id.toString(), name);
        callers.put(role, new Caller(actor, id, id, role, known.title(), of, known.permissions(), Uuids.next(), null));
    }

    /// Lets quality say who is qualified to sign; call it when everybody has an account.
    public void qualify(Qualifications qualifications) {
        QUALIFIED.forEach((role, ground) -> {
            if (callers.containsKey(role)) {
                qualifications.grant(
                        caller("quality-regulatory"),
                        Objects.requireNonNull(caller(role).account()),
                        new QualificationDraft(ground.getKey(), ground.getValue(), null, null));
            }
        });
    }

    Caller caller(String role) {
        return Objects.requireNonNull(callers.get(role), role);
    }

    Actor actor(String role) {
        return caller(role).actor();
    }

    Reader reader(String role) {
        Caller caller = caller(role);
        return new Reader(caller.actor().id(), true, caller.organisation());
    }

    /// Of somebody who has just been recognised, for one signature.
    Signer signer(String role, Signing signing) {
        return signing.confirm(caller(role), Shown.of(address(role), password(role), "Europe/Berlin"));
    }

    private String password(String role) {
        return Objects.requireNonNull(passwords.get(role), role);
    }
}
