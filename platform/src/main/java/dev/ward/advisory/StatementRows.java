package dev.ward.advisory;

import dev.ward.database.CopyRows;
import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.codec.AdvisoryCodec;
import dev.ward.standards.codec.AffectedCodec;
import dev.ward.standards.codec.ByteWriter;
import dev.ward.standards.codec.StoredKey;
import dev.ward.standards.match.MatchKeys;
import dev.ward.standards.match.StatementCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Rows of what records say is affected, and of the keys under which that is found.
final class StatementRows {

    private final CopyRows statements = new CopyRows("staged_statement", 3);
    private final CopyRows keys = new CopyRows("staged_key", 6);
    private final MessageDigest sha256 = sha256();

    /// A record as bytes.
    ///
    /// @param statements  what it says is affected, one by one
    /// @param digest      the SHA-256 over all that the record says
    record Coded(byte[] head, List<byte[]> statements, byte[] digest) {

        int size() {
            return head.length
                    + statements.stream().mapToInt(code -> code.length).sum();
        }
    }

    Coded code(Advisory advisory) {
        byte[] head = AdvisoryCodec.encodeHead(advisory);
        sha256.update(head);
        sha256.update(new ByteWriter()
                .text(advisory.state().name())
                .texts(sorted(advisory.aliases()))
                .texts(sorted(advisory.upstream()))
                .texts(sorted(advisory.related()))
                .toBytes());
        List<byte[]> codes =
                advisory.affected().stream().map(AffectedCodec::encode).toList();
        codes.forEach(sha256::update);
        return new Coded(head, codes, sha256.digest());
    }

    /// @param ordinal  the record's number in the document
    void add(int ordinal, Advisory advisory, Coded coded) {
        for (int i = 0; i < advisory.affected().size(); i++) {
            statements.row().integer(ordinal).integer(i).bytes(coded.statements.get(i));
            if (advisory.state() == Advisory.State.PUBLISHED) {
                addKeys(ordinal, i, advisory.affected().get(i));
            }
        }
    }

    private void addKeys(int ordinal, int number, Affected affected) {
        addKeys(keys, row -> row.integer(ordinal), number, affected);
    }

    /// Adds the keys of one statement.
    ///
    /// @param record  writes the first column, the record's number
    static void addKeys(CopyRows keys, UnaryOperator<CopyRows> record, int number, Affected affected) {
        for (Map.Entry<MatchKeys.Key, MatchKeys.Filed> entry :
                MatchKeys.of(affected).entrySet()) {
            MatchKeys.Key key = entry.getKey();
            MatchKeys.Filed filed = entry.getValue();
            ByteWriter code = new ByteWriter().number(filed.any().size());
            filed.any().forEach(statement -> code.raw(StatementCode.encode(statement)));
            record.apply(keys.row())
                    .integer(number)
                    .smallint(key.use().ordinal())
                    .text(StoredKey.of(key.text()))
                    .smallint(filed.decision().ordinal())
                    .bytes(code.toBytes());
        }
    }

    int size() {
        return statements.size() + keys.size();
    }

    CopyRows[] tables() {
        return new CopyRows[] {statements, keys};
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
