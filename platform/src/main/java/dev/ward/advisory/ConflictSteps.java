package dev.ward.advisory;

import dev.ward.advisory.ChangeSets.ChangeSet;
import dev.ward.database.CopyRows;
import dev.ward.standards.match.AliasGroups;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.List;

/// Lists the sets of names that were not joined, as long as that is so.
final class ConflictSteps {

    private final Staging staging;

    ConflictSteps(Staging staging) {
        this.staging = staging;
    }

    /// Puts conflicts in the place of those that only touched names are part of.
    void replace(List<AliasGroups.Conflict> conflicts, ChangeSet changeSet) {
        CopyRows rows = new CopyRows("grouped_conflict", 3);
        for (AliasGroups.Conflict conflict : conflicts) {
            rows.row().bytes(digest(conflict)).texts(conflict.ids()).text(conflict.reason());
        }
        staging.send(rows);
        staging.jdbc().sql("""
                        DELETE FROM advisory.conflict c
                         USING touched t
                         WHERE t.name = c.ids[1]
                           AND NOT EXISTS (SELECT FROM grouped_conflict g WHERE g.digest = c.digest)
                           AND NOT EXISTS (SELECT FROM unnest(c.ids) AS i (id)
                                            WHERE NOT EXISTS (SELECT FROM touched o WHERE o.name = i.id))
                        """).update();
        staging.jdbc()
                .sql("""
                        INSERT INTO advisory.conflict (digest, ids, reason, change_set, since)
                        SELECT digest, ids, reason, :changeSet, :now FROM grouped_conflict
                        ON CONFLICT (digest) DO NOTHING
                        """)
                .param("changeSet", changeSet.number())
                .param("now", Timestamp.from(changeSet.at()))
                .update();
    }

    private static byte[] digest(AliasGroups.Conflict conflict) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((conflict.ids() + conflict.reason()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
