package dev.ward.identity;

import dev.ward.audit.Witness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// No account comes to be without an entry in the trail.
@Component
public class AccountWitness implements Witness {

    private final JdbcClient jdbc;

    AccountWitness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Makes a witness over a database without an application around it, as a command does.
    public static AccountWitness over(JdbcClient jdbc) {
        return new AccountWitness(jdbc);
    }

    @Override
    public String actsWithoutTrail() {
        boolean any = jdbc.sql("SELECT EXISTS (SELECT FROM identity.account)")
                .query(Boolean.class)
                .single();
        return any ? "there are accounts" : "";
    }
}
