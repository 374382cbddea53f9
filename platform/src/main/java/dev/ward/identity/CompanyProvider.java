package dev.ward.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.ward.web.SettingTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks with the provider of the company's sign-in: reads its metadata and keys, trades a code for an ID token, and
/// verifies that by Nimbus JOSE + JWT.
///
/// Source: OpenID Connect Core 1.0, 3.1.3.7 (validation of ID tokens); OpenID Connect Discovery 1.0, 4; RFC 7636
/// (PKCE).
@Component
class CompanyProvider {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration WAITING = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofHours(1);
    /// Keys are asked for anew when one is unknown, but not more often.
    private static final Duration KEPT_AT_LEAST = Duration.ofSeconds(30);

    private static final int LONGEST = 512 * 1024;
    private static final int SKEW_SECONDS = 60;
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.RS512);

    private final CompanySettings settings;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(WAITING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private volatile @Nullable Known known;

    CompanyProvider(CompanySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(URI authorization, URI token, JWKSet keys, Instant at) {}

    /// Where a browser is sent.
    ///
    /// @param fresh  whether the person has to be recognised anew, whatever session the provider has
    String address(CompanyTicket ticket, String redirect, boolean fresh) throws CompanyTrouble {
        URI endpoint = known(KEPT).authorization();
        String query = form(Map.of(
                        "response_type",
                        "code",
                        "scope",
                        "openid",
                        "client_id",
                        settings.client(),
                        "redirect_uri",
                        redirect,
                        "state",
                        ticket.state(),
                        "nonce",
                        ticket.nonce(),
                        "code_challenge",
                        ticket.codeChallenge(),
                        "code_challenge_method",
                        "S256"))
                + (fresh ? "&prompt=login&max_age=0" : "");
        return endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + query;
    }

    /// Trades the code that a browser brought back.
    CompanyPerson person(CompanyTicket ticket, String code, String redirect) throws CompanyTrouble {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(known(KEPT).token()).header("Content-Type", "application/x-www-form-urlencoded");
        Map<String, String> fields = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirect,
                "client_id",
                settings.client(),
                "code_verifier",
                ticket.verifier());
        if (!settings.secret().isBlank()) {
            String pair = encoded(settings.client()) + ":" + encoded(settings.secret());
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        JsonNode answer = send(request.POST(HttpRequest.BodyPublishers.ofString(form(fields))));
        String token = answer.path("id_token").asString("");
        return person(verified(token, ticket.nonce()));
    }

    private JWTClaimsSet verified(String token, String nonce) throws CompanyTrouble {
        Known before = known(KEPT);
        try {
            return verified(token, nonce, before.keys());
        } catch (BadJOSEException e) {
            Known after = known(KEPT_AT_LEAST);
            if (after.at().equals(before.at())) {
                throw new CompanyTrouble("the ID token is not to be believed: " + e.getMessage(), e);
            }
            try {
                return verified(token, nonce, after.keys());
            } catch (BadJOSEException again) {
                throw new CompanyTrouble("the ID token is not to be believed: " + again.getMessage(), again);
            }
        }
    }

    private JWTClaimsSet verified(String token, String nonce, JWKSet keys) throws CompanyTrouble, BadJOSEException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(
                        settings.client(),
                        new JWTClaimsSet.Builder()
                                .issuer(settings.issuer())
                                .claim("nonce", nonce)
                                .build(),
                        Set.of("sub", "exp", "iat")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
        try {
            return processor.process(token, null);
        } catch (ParseException | JOSEException e) {
            throw new CompanyTrouble("the ID token cannot be read: " + e.getMessage(), e);
        }
    }

    private CompanyPerson person(JWTClaimsSet claims) throws CompanyTrouble {
        try {
            String authorized = claims.getStringClaim("azp");
            boolean forUs =
                    authorized == null ? claims.getAudience().size() == 1 : authorized.equals(settings.client());
            String subject = claims.getSubject();
            if (!forUs || subject == null || subject.isBlank() || subject.length() > 255) {
                throw new CompanyTrouble("the ID token is for somebody else, or names nobody");
            }
            Date at = claims.getDateClaim("auth_time");
            List<String> methods = claims.getStringListClaim("amr");
            return new CompanyPerson(
                    settings.issuer(),
                    subject,
                    at == null ? null : at.toInstant(),
                    methods != null && methods.contains("mfa"));
        } catch (ParseException e) {
            throw new CompanyTrouble("a claim of the ID token is of another kind", e);
        }
    }

    /// @param old  from which age on it is asked for anew
    private Known known(Duration old) throws CompanyTrouble {
        Known present = known;
        if (present != null && present.at().plus(old).isAfter(clock.instant())) {
            return present;
        }
        URI place = URI.create(settings.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration");
        JsonNode metadata = send(HttpRequest.newBuilder(place).GET());
        if (!metadata.path("issuer").asString("").equals(settings.issuer())) {
            throw new CompanyTrouble("the provider calls itself \"%s\", not \"%s\""
                    .formatted(metadata.path("issuer").asString(""), settings.issuer()));
        }
        try {
            URI keys = CompanySettings.checkAddress(metadata.path("jwks_uri").asString(""));
            Known fresh = new Known(
                    CompanySettings.checkAddress(
                            metadata.path("authorization_endpoint").asString("")),
                    CompanySettings.checkAddress(metadata.path("token_endpoint").asString("")),
                    JWKSet.parse(send(HttpRequest.newBuilder(keys).GET()).toString()),
                    clock.instant());
            known = fresh;
            return fresh;
        } catch (ParseException | SettingTrouble e) {
            throw new CompanyTrouble("the provider's metadata or keys cannot be used: " + e.getMessage(), e);
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws CompanyTrouble {
        HttpRequest asked =
                request.timeout(WAITING).header("Accept", "application/json").build();
        try {
            HttpResponse<InputStream> answer = http.send(asked, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LONGEST + 1);
                if (answer.statusCode() != 200 || bytes.length > LONGEST) {
                    throw new CompanyTrouble("\"%s\" answers %d with %d bytes"
                            .formatted(asked.uri().getPath(), answer.statusCode(), bytes.length));
                }
                return JSON.readTree(bytes);
            }
        } catch (IOException | JacksonException e) {
            throw new CompanyTrouble(
                    "\"%s\" cannot be reached or read".formatted(asked.uri().getPath()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompanyTrouble("interrupted", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
