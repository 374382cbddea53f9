package dev.ward.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;

/// Reads and verifies what authenticators sign, by WebAuthn4J. Whoever makes the authenticator is not asked
/// (attestation): any that verifies its user will do.
///
/// Source: W3C Web Authentication Level 3, 7.1 and 7.2.
final class PasskeyCheck {

    /// In the order of preference.
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    /// A passkey that was made.
    ///
    /// @param credential  what is kept of it
    record Made(byte[] credentialId, byte[] credential, long signCount, boolean synced) {}

    /// @param isOurs  whether a challenge was given out for this, which it is no more afterwards
    /// @return empty when it does not stand the test
    Optional<Made> made(PasskeyAnswer answer, RelyingParty here, Predicate<byte[]> isOurs) {
        try {
            RegistrationData data = manager.parse(new RegistrationRequest(answer.attestation(), answer.clientData()));
            Optional<byte[]> challenge = challenge(data.getCollectedClientData(), isOurs);
            if (challenge.isEmpty() || data.getAttestationObject() == null) {
                return Optional.empty();
            }
            manager.verify(data, new RegistrationParameters(here.expecting(challenge.get()), PARAMETERS, true, true));
            AuthenticatorData<?> of = data.getAttestationObject().getAuthenticatorData();
            AttestedCredentialData credential = of.getAttestedCredentialData();
            return credential == null
                    ? Optional.empty()
                    : Optional.of(new Made(
                            credential.getCredentialId(),
                            credentials.convert(credential),
                            of.getSignCount(),
                            of.isFlagBE()));
        } catch (WebAuthnException
                | JacksonException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException e) {
            return Optional.empty(); // the library throws all of these at what no authenticator sends
        }
    }

    /// @return the authenticator's count; empty when it does not stand the test
    Optional<Long> used(
            PasskeyAnswer answer, PasskeyRepository.Kept kept, RelyingParty here, Predicate<byte[]> isOurs) {
        try {
            AuthenticationData data = manager.parse(new AuthenticationRequest(
                    answer.credentialId(),
                    answer.userHandle().length == 0 ? null : answer.userHandle(),
                    answer.authenticatorData(),
                    answer.clientData(),
                    answer.signature()));
            Optional<byte[]> challenge = challenge(data.getCollectedClientData(), isOurs);
            if (challenge.isEmpty() || data.getAuthenticatorData() == null) {
                return Optional.empty();
            }
            CredentialRecordImpl known = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    null,
                    null,
                    null,
                    kept.signCount(),
                    credentials.convert(kept.credential()),
                    null,
                    null,
                    null,
                    null);
            manager.verify(
                    data, new AuthenticationParameters(here.expecting(challenge.get()), known, null, true, true));
            return Optional.of(data.getAuthenticatorData().getSignCount());
        } catch (WebAuthnException
                | JacksonException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException e) {
            return Optional.empty(); // the library throws all of these at what no authenticator sends
        }
    }

    private static Optional<byte[]> challenge(CollectedClientData client, Predicate<byte[]> isOurs) {
        return Optional.ofNullable(client)
                .map(CollectedClientData::getChallenge)
                .map(one -> one.getValue())
                .filter(isOurs);
    }
}
