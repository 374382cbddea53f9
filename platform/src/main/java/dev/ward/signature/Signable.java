package dev.ward.signature;

import java.util.UUID;

/// One state of a record, as it is signed.
///
/// @param type       the kind of record, `assessment`
/// @param version    of the record, from 1
/// @param part       which part of the record, `harm`; each part is signed on its own
/// @param content    the state as one text, from [CanonicalRecord]: whoever changes anything changes it
/// @param statement  what the signer says, in a sentence; shown wherever the signature is
public record Signable(String type, UUID id, int version, String part, String content, String statement) {

    public String sha256() {
        return CanonicalRecord.sha256(content);
    }
}
