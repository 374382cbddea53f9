package dev.ward.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A provider of OpenID Connect on this machine, which lies when a test wants it to.
public final class TestProvider implements AutoCloseable {

    public static final String CLIENT = "ward";
    public static final String SECRET = "the client's secret";

    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Grant> grants = new HashMap<>();
    private RSAKey key = key("one");
    private UnaryOperator<JWTClaimsSet.Builder> claims = claims -> claims;
    private boolean unsigned;

    private record Grant(Map<String, String> asked, String subject, Instant at) {}

    public TestProvider(Clock clock) {
        this.clock = clock;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys"}""".formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// From now on each ID token is changed so.
    void claim(UnaryOperator<JWTClaimsSet.Builder> change) {
        claims = change;
    }

    void signNothing() {
        unsigned = true;
    }

    void changeKey() {
        key = key("two");
    }

    /// Lets somebody sign in who was sent here.
    ///
    /// @return the query with which the browser comes back
    public String signIn(String address, String subject) {
        Map<String, String> asked = fields(URI.create(address).getRawQuery());
        String code = "code-" + grants.size();
        grants.put(code, new Grant(asked, subject, clock.instant()));
        return "code=%s&state=%s".formatted(code, asked.get("state"));
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> sent = fields(body);
        Grant grant = grants.remove(sent.getOrDefault("code", ""));
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + "the+client%27s+secret").getBytes(StandardCharsets.UTF_8));
        boolean right = grant != null
                && expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && sent.getOrDefault("redirect_uri", "").equals(grant.asked().get("redirect_uri"))
                && challenge(sent.getOrDefault("code_verifier", ""))
                        .equals(grant.asked().get("code_challenge"));
        if (grant == null || !right) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        Instant now = clock.instant();
        JWTClaimsSet set = claims.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject(grant.subject())
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("auth_time", grant.at().getEpochSecond())
                        .claim("nonce", grant.asked().get("nonce")))
                .build();
        answer(
                exchange,
                200,
                "{\"id_token\": \"%s\", \"access_token\": \"unused\", \"token_type\": \"Bearer\"}"
                        .formatted(signed(set)));
    }

    private String signed(JWTClaimsSet set) {
        if (unsigned) {
            return new PlainJWT(set).serialize();
        }
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    set);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> fields(String form) {
        return Stream.of(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
