package dev.ward.identity;

import dev.ward.web.Viewer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells a page's frame who looks at it.
@Component
class RequestViewer implements Viewer {

    private final CurrentActor current;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final CompanySignIn company;

    RequestViewer(CurrentActor current, SecondFactors factors, Passkeys passkeys, CompanySignIn company) {
        this.current = current;
        this.factors = factors;
        this.passkeys = passkeys;
        this.company = company;
    }

    @Override
    public boolean signedIn() {
        return current.find().isPresent();
    }

    @Override
    public String name() {
        return current.find().map(caller -> caller.actor().name()).orElse("");
    }

    @Override
    public String role() {
        return current.find().map(Caller::roleTitle).orElse("");
    }

    @Override
    public boolean outsider() {
        return current.find().map(Caller::outsider).orElse(false);
    }

    @Override
    public boolean signsWithCode() {
        return current.find()
                .map(Caller::account)
                .map(account -> factors.find(account).isSetUp())
                .orElse(false);
    }

    @Override
    public @Nullable String passkeyOptions() {
        return current.find()
                .map(Caller::account)
                .flatMap(passkeys::beginSigning)
                .orElse(null);
    }

    @Override
    public @Nullable String company() {
        return current.find()
                .map(Caller::account)
                .flatMap(company::linkedAt)
                .map(_ -> company.name())
                .orElse(null);
    }

    @Override
    public boolean companyConfirmed() {
        return current.find().map(company::isConfirmed).orElse(false);
    }

    @Override
    public boolean may(String permission) {
        return Arrays.stream(Permission.values())
                .filter(one -> one.name().equals(permission))
                .anyMatch(current::may);
    }
}
