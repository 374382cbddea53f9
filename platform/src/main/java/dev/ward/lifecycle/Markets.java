package dev.ward.lifecycle;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Changes;
import dev.ward.web.Outdated;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Taken;
import dev.ward.web.TypedText;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The markets on which releases have stages of their own.
@Service
@Transactional
public class Markets {

    private static final String SUBJECT = "market";
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 300;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Markets(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /// All markets together first, then by code. They are no secret of anyone.
    @Transactional(readOnly = true)
    public List<Market> list() {
        return jdbc.sql("SELECT * FROM lifecycle.market ORDER BY code <> '*', code LIMIT :most")
                .param("most", MOST)
                .query((row, _) -> new Market(
                        row.getString("code"),
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        row.getInt("revision")))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Market> find(String code) {
        return list().stream().filter(market -> market.code().equals(code)).findFirst();
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Market get(String code) {
        return find(code)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no market \"%s\".".formatted(code)));
    }

    /// The market that a form or an address names; all of them when it names none.
    ///
    /// @throws ProblemException  when there is none of the code, in the field `market`
    @Transactional(readOnly = true)
    public Market named(@Nullable String code) {
        String asked = code == null || code.isBlank() ? Market.ALL : code.strip();
        return find(asked)
                .orElseThrow(() -> TypedText.refused(
                        "market",
                        "There is no market \"%s\". Add it on the page Markets first.".formatted(asked),
                        "is not a known market"));
    }

    /// @param zone  of the IANA database, `Europe/Berlin`; null or empty for UTC
    public Market add(Actor actor, @Nullable String code, @Nullable String name, @Nullable String zone) {
        String word = TypedText.required("code", code, 20).toUpperCase(Locale.ROOT);
        if (!CODE.matcher(word).matches()) {
            throw TypedText.refused(
                    "code",
                    "The code \"%s\" is not of letters, digits and hyphens.".formatted(word),
                    "is not of letters, digits and hyphens");
        }
        Market market = new Market(word, TypedText.required("name", name, LONGEST_NAME), zone(zone), 1);
        if (find(word).isPresent()) {
            throw taken(word);
        }
        Taken.refusing(() -> insert(market), () -> taken(word));
        audit.record(
                actor,
                Act.of("market.added", SUBJECT, word)
                        .after("name", market.name())
                        .after("zone", market.zone().getId()));
        return market;
    }

    /// @param revision  of the market that the person saw
    public Market edit(Actor actor, String code, int revision, @Nullable String name, @Nullable String zone) {
        Market before = get(code);
        Market after =
                new Market(code, TypedText.required("name", name, LONGEST_NAME), zone(zone), before.revision() + 1);
        Changes changes = new Changes("market.edited", SUBJECT, code)
                .of("name", before.name(), after.name())
                .of("zone", before.zone(), after.zone());
        if (before.revision() != revision) {
            throw Outdated.of(before.name());
        }
        if (changes.isEmpty()) {
            return before;
        }
        if (!update(after, revision)) {
            throw Outdated.of(before.name());
        }
        audit.record(actor, changes.act());
        return after;
    }

    private void insert(Market market) {
        jdbc.sql("INSERT INTO lifecycle.market (code, name, zone) VALUES (:code, :name, :zone)")
                .param("code", market.code())
                .param("name", market.name())
                .param("zone", market.zone().getId())
                .update();
    }

    private boolean update(Market market, int revision) {
        return jdbc.sql("""
                        UPDATE lifecycle.market SET name = :name, zone = :zone, revision = revision + 1
                         WHERE code = :code AND revision = :revision
                        """)
                        .param("code", market.code())
                        .param("name", market.name())
                        .param("zone", market.zone().getId())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /// The zone must be known to the database too, which derives stages by itself.
    private ZoneId zone(@Nullable String zone) {
        String name = zone == null || zone.isBlank() ? "UTC" : zone.strip();
        try {
            ZoneId id = ZoneId.of(name);
            boolean known = jdbc.sql("SELECT EXISTS (SELECT FROM pg_timezone_names WHERE name = :name)")
                    .param("name", id.getId())
                    .query(Boolean.class)
                    .single();
            if (known) {
                return id;
            }
        } catch (DateTimeException e) {
            // said below, with those that the database does not know
        }
        throw TypedText.refused(
                "zone", "\"%s\" is not a time zone such as Europe/Berlin.".formatted(name), "is not a time zone");
    }

    private static ProblemException taken(String code) {
        return ProblemException.of(Problem.CONFLICT, "There is a market \"%s\" already.".formatted(code))
                .with("code", "is taken");
    }
}
