package dev.ward.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ward.WardTest;
import dev.ward.identity.TestCallers;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class RequestLimitsTest {

    private static final byte[] NOTHING = {};
    private static final String JSON = "Content-Type: application/json";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=edge";
    private static final String RELEASE = "/releases/00000000-0000-7000-8000-000000000000";

    private final Wire wire;
    private final TestCallers callers;
    private String bearer = "";

    @Autowired
    RequestLimitsTest(@LocalServerPort int port, TestCallers callers) {
        this.wire = new Wire(port);
        this.callers = callers;
    }

    @BeforeEach
    void signIn() {
        bearer = "Authorization: Bearer " + callers.token("administrator");
    }

    /// Announces a body of 3 GB, sends its first bytes alone, and gives the answer, for which the server can only not
    /// have waited.
    private String begun(String target, String... headers) {
        String head = "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3000000000\r\n%s\r\n%s\r\n\r\n"
                .formatted(target, MULTIPART, String.join("\r\n", headers));
        return wire.begin(
                head, bytes("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx"));
    }

    @Test
    void readsNothingOfAFormWithAFileFromWhoMayNotUpload() {
        String session = "Cookie: ward=" + callers.session("field-service");

        assertThat(begun("/sign-in", "Accept: text/html")).startsWith("HTTP/1.1 403");
        assertThat(begun(RELEASE + "/sbom", "Accept: text/html")).startsWith("HTTP/1.1 403");
        assertThat(begun(RELEASE + "/sbom", session, csrf(session))).startsWith("HTTP/1.1 403");
        assertThat(begun("/nowhere", session, csrf(session))).startsWith("HTTP/1.1 404");
        assertThat(begun("/api/v1/products", "Accept: */*")).startsWith("HTTP/1.1 401");
    }

    @Test
    void readsNothingOfAFormWithAFileWhereNoneIsWanted() {
        String session = "Cookie: ward=" + callers.session("administrator");

        assertThat(begun("/products", session, csrf(session))).startsWith("HTTP/1.1 400");
        assertThat(begun("/account/password", session, csrf(session))).startsWith("HTTP/1.1 400");
        assertThat(begun("/api/v1/products", bearer)).startsWith("HTTP/1.1 4");
    }

    @Test
    void refusesAFormWithAFileThatAnotherSiteSends() {
        String session = "Cookie: ward=" + callers.session("administrator");

        assertThat(begun(RELEASE + "/sbom", session)).startsWith("HTTP/1.1 403").contains("Load its page again");
        assertThat(begun(RELEASE + "/sbom?_csrf=guessed", session)).startsWith("HTTP/1.1 403");
    }

    @Test
    void refusesJsonAboveItsLimit() {
        byte[] large = bytes("{\"name\": \"%s\"}".formatted("a".repeat(InputRules.LONGEST_BODY)));
        byte[] fitting =
                bytes("{\"name\": \"Pump\", \"description\": null}" + " ".repeat(InputRules.LONGEST_BODY - 60));

        assertThat(wire.ask("POST", "/api/v1/products", large, bearer, JSON))
                .startsWith("HTTP/1.1 413")
                .contains("/problems/too-large", "1,048,576 bytes");
        assertThat(chunked("/api/v1/products", large)).startsWith("HTTP/1.1 413");
        assertThat(wire.ask("POST", "/api/v1/products", fitting, bearer, JSON)).startsWith("HTTP/1.1 201");
        assertThat(wire.status("PATCH", "/api/v1/products/00000000-0000-7000-8000-000000000000", large, bearer, JSON))
                .isEqualTo(413);
    }

    private String chunked(String target, byte[] body) {
        String head = "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s\r\n%s\r\nConnection: close\r\n"
                        .formatted(target, bearer, JSON)
                + "Transfer-Encoding: chunked\r\n\r\n%x\r\n".formatted(body.length);
        return wire.send(head, bytes(new String(body, StandardCharsets.UTF_8) + "\r\n0\r\n\r\n"));
    }

    @Test
    void refusesAFormAboveItsLimit() {
        byte[] large = bytes("email=" + "a".repeat(1 << 20));

        assertThat(wire.ask("POST", "/sign-in", large, FORM, "Accept: text/html"))
                .startsWith("HTTP/1.1 413")
                .contains("larger than 1 MB");
    }

    @Test
    void takesADocumentThatIsLargerWhateverItIsCalled() {
        byte[] large = bytes("[" + " ".repeat(3 << 20) + "]");

        String answer = wire.ask("POST", "/api/v1/sources/osv/imports?name=large.json", large, bearer, FORM);

        assertThat(answer).startsWith("HTTP/1.1 202").contains("large.json");
    }

    @Test
    void refusesAZeroCharacterWhereverATextStands() {
        assertThat(wire.ask("GET", "/api/v1/products?q=a%00", NOTHING, bearer)).startsWith("HTTP/1.1 400");
        assertThat(wire.ask("POST", "/api/v1/products", bytes("{\"name\": \"a\\u0000\"}"), bearer, JSON))
                .startsWith("HTTP/1.1 400")
                .contains("zero character", "/name");
        String session = "Cookie: ward=" + callers.session("administrator");
        assertThat(wire.ask("POST", "/products", bytes("name=a%00b"), session, csrf(session), FORM))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void saysOfABrokenEscapeThatItCannotBeRead() {
        assertThat(wire.ask("GET", "/sign-in?to=%zz", NOTHING, "Accept: text/html"))
                .startsWith("HTTP/1.1 400")
                .contains("The parameters cannot be read.");
        assertThat(wire.ask("GET", "/api/v1/products?q=%zz", NOTHING, bearer))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/invalid", "The parameters cannot be read.");
    }

    @Test
    void tellsNothingOfTheServerWhereARequestCannotBeParsed() {
        for (String target : List.of("/{", "/a;b", "/%2e%2e/%2f", "/\"<script>")) {
            String answer = wire.ask("GET", target, NOTHING);

            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContainIgnoringCase("tomcat", "<html", "exception");
        }
        assertThat(wire.send("nonsense\r\n\r\n", NOTHING))
                .startsWith("HTTP/1.1 400")
                .doesNotContainIgnoringCase("tomcat", "<html");
    }

    @Test
    void tellsBrowsersWhatToTrustInEachRefusalToo() {
        for (String refusal : List.of(
                wire.ask("GET", "/sign-in?to=%zz", NOTHING, "Accept: text/html"),
                wire.ask("GET", "/a;b", NOTHING),
                wire.ask("GET", "/{", NOTHING),
                wire.ask("TRACE", "/sign-in", NOTHING),
                wire.ask("GET", "/nowhere", NOTHING, "Accept: text/html"))) {
            assertThat(refusal)
                    .startsWith("HTTP/1.1 4")
                    .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'")
                    .contains("frame-ancestors 'none'", "no-store");
        }
    }

    @Test
    void takesNoRequestWhoseEndIsStatedTwice() {
        String head = "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";

        assertThat(wire.send(head + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", bytes("ab")))
                .startsWith("HTTP/1.1 400");
        assertThat(wire.send(head + "Transfer-Encoding: chunked, identity\r\n\r\n", bytes("0\r\n\r\n")))
                .startsWith("HTTP/1.1 400");
        assertThat(wire.send(head + "Transfer-Encoding: xchunked\r\n\r\n", bytes("0\r\n\r\n")))
                .startsWith("HTTP/1.1 501");
    }

    @Test
    void answersToNoNameThatIsNotItsOwn() {
        assertThat(wire.ask("GET", "/sign-in", NOTHING, "Host: evil.example"))
                .startsWith("HTTP/1.1 400")
                .contains("WARD_PUBLIC_URL");
        assertThat(wire.ask("GET", "/sign-in", NOTHING, "Host: localhost:8080")).startsWith("HTTP/1.1 200");
        assertThat(wire.ask("GET", "/sign-in", NOTHING, "Host: [::1]:8080")).startsWith("HTTP/1.1 200");
    }

    @Test
    void takesNoAskerWhoLeavesForAFaultOfItsOwn() throws Exception {
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        Logger log = (Logger) LoggerFactory.getLogger(ProblemAnswers.class);
        log.addAppender(told);
        try (Socket socket = wire.open()) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes(
                    "POST /api/v1/products HTTP/1.1\r\nHost: 127.0.0.1\r\n%s\r\n%s\r\nContent-Length: 100\r\n\r\n{"
                            .formatted(bearer, JSON)));
            out.flush();
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        } finally {
            log.detachAppender(told);
        }

        assertThat(told.list).allMatch(event -> event.getLevel() == Level.INFO);
    }

    private String csrf(String session) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(wire.ask("GET", "/account", NOTHING, session));
        assertThat(token.find()).isTrue();
        return "X-CSRF-TOKEN: " + token.group(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
