package dev.ward.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.Statement;
import dev.ward.WardTest;
import dev.ward.identity.AccountId;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.web.Browser;
import dev.ward.web.PageAsserts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A file that is put to a case: from the case room until somebody else takes it out again.
@WardTest
class CaseFilesTest {

    private static final String SAID = "%PDF-1.7 <script>alert(1)</script>\r\n\u00e9";
    private static final int MOST = 50 << 20;

    private final Cases cases;
    private final CaseTeams teams;
    private final CaseTalk talk;
    private final JdbcClient jdbc;
    private final TestCallers callers;
    private final int port;
    private final Caller paul;
    private final Caller clara;
    private final Browser his;
    private final Browser hers;
    private CaseNumber number = CaseNumber.draw();

    @Autowired
    CaseFilesTest(
            Cases cases,
            CaseTeams teams,
            CaseTalk talk,
            JdbcClient jdbc,
            TestCallers callers,
            @LocalServerPort int port) {
        this.cases = cases;
        this.teams = teams;
        this.talk = talk;
        this.jdbc = jdbc;
        this.callers = callers;
        this.port = port;
        this.paul = callers.caller("product-security");
        this.clara = callers.caller("clinical-safety");
        this.his = callers.signedIn(port, "product-security");
        this.hers = callers.signedIn(port, "clinical-safety");
    }

    private static Reader of(Caller caller) {
        return new Reader(caller.actor().id(), true, null);
    }

    @BeforeEach
    void open() {
        number = cases.open(paul.actor(), new CaseDraft("A case with files", null))
                .number();
    }

    private String room() {
        return "/cases/" + number;
    }

    private HttpResponse<String> put(Browser who, String name, byte[] content) {
        return who.upload(room(), room() + "/files", name, content);
    }

    private List<CaseFile> kept() {
        return talk.files(Reader.machine("test"), number);
    }

    private String api(CaseFile file) {
        return "/api/v1/cases/" + number + "/files/" + file.id();
    }

    private long documents() {
        return jdbc.sql("SELECT count(DISTINCT content_id) FROM document.chunk")
                .query(Long.class)
                .single();
    }

    @Test
    void givesAFileBackByteForByteAndNeverToBeShown() throws Exception {
        byte[] content = SAID.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> taken = put(his, "finding.pdf", content);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);

        CaseFile file = kept().getFirst();
        assertThat(file.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        String page = hers.get(room()).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains(api(file), file.sha256(), "File added");
        HttpResponse<String> back = hers.get(api(file));
        assertThat(back.body()).isEqualTo(SAID);
        assertThat(back.headers().firstValue("content-type")).hasValue("application/octet-stream");
        assertThat(back.headers().firstValue("content-length")).hasValue(Integer.toString(content.length));
        assertThat(back.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment")
                .contains("finding.pdf");
        assertThat(back.headers().firstValue("x-content-type-options")).hasValue("nosniff");

        put(hers, "again.pdf", content);
        assertThat(kept())
                .extracting(CaseFile::sha256)
                .containsOnly(file.sha256())
                .hasSize(2);
        assertThat(jdbc.sql("SELECT count(*) FROM document.document WHERE sha256 = :sha256")
                        .param("sha256", file.sha256())
                        .query(Long.class)
                        .single())
                .as("the same bytes are kept once")
                .isEqualTo(1);
    }

    @Test
    void takesNoHarmFromAName() {
        put(his, "../../etc/<img src=x>.html", new byte[] {1});
        put(his, "C:\\\\temp\\\\invoice\u202efdp.exe", new byte[] {2});
        assertThat(put(his, "", new byte[] {3}).statusCode())
                .as("a browser sends this where nothing was chosen")
                .isEqualTo(400);

        assertThat(kept()).extracting(CaseFile::name).contains("<img src=x>.html", "invoicefdp.exe");
        assertThat(kept())
                .allMatch(file -> !file.name().isEmpty() && !file.name().contains("/"));
        String page = his.get(room()).body();
        PageAsserts.assertSound(page);
        assertThat(page).contains("&lt;img src=x").doesNotContain("<img src=x>");
        for (CaseFile file : kept()) {
            HttpResponse<String> back = his.get(api(file));
            assertThat(back.statusCode()).as(file.name()).isEqualTo(200);
            assertThat(back.headers().firstValue("content-disposition").orElse(""))
                    .as(file.name())
                    .startsWith("attachment; filename")
                    .doesNotContain("\r", "\n", "../");
        }
    }

    @Test
    void keepsNothingOfAFileThatIsTooLarge() {
        long before = documents();

        HttpResponse<String> refused = put(his, "dump.bin", new byte[MOST + 1]);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("50 MiB");
        assertThat(kept()).isEmpty();
        assertThat(documents()).as("nothing stays behind").isEqualTo(before);
        assertThat(put(his, "small.bin", new byte[1]).statusCode()).isEqualTo(302);
    }

    @Test
    @Statement("X5")
    void isThereForThoseWhoAreReadInAlone() {
        put(his, "secret-trace.log", SAID.getBytes(StandardCharsets.UTF_8));
        CaseFile file = kept().getFirst();
        String program = callers.token("administrator");
        assertThat(hers.get(api(file)).statusCode()).isEqualTo(200);
        teams.embargo(
                paul.actor(),
                of(paul),
                number,
                new EmbargoDraft("2099-12-24T18:00", "Europe/Berlin", "We publish what we have."));

        assertThat(his.get(api(file)).body()).isEqualTo(SAID);
        HttpResponse<String> hidden = hers.get(api(file));
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).doesNotContain("secret-trace", file.sha256());
        assertThat(new RestClientOfTests(port, program)
                        .send("GET", "/cases/" + number + "/files/" + file.id(), BodyPublishers.noBody())
                        .statusCode())
                .as("a token is read in nowhere")
                .isEqualTo(404);
        assertThat(hers.get("/api/v1/cases/" + number + "/files").statusCode()).isEqualTo(404);

        CaseNumber other =
                cases.open(clara.actor(), new CaseDraft("Hers", null)).number();
        assertThat(hers.get("/api/v1/cases/" + other + "/files/" + file.id()).statusCode())
                .as("by way of a case that she sees")
                .isEqualTo(404);
        long before = documents();
        assertThat(hers.upload("/cases/" + other, "/cases/" + other + "/files", "a", new byte[] {9})
                        .statusCode())
                .isEqualTo(302);
        assertThat(uploadByTheTokenOf("/cases/" + other, room() + "/files").statusCode())
                .as("nobody who is not read in puts one there")
                .isEqualTo(404);
        assertThat(documents()).isEqualTo(before + 1);
        assertThat(kept()).hasSize(1);

        teams.add(paul.actor(), of(paul), number, account(clara));
        assertThat(hers.get(api(file)).body()).isEqualTo(SAID);
    }

    /// With the token of a page that is seen, to the room of a case that is not.
    private HttpResponse<String> uploadByTheTokenOf(String page, String action) {
        String body = hers.get(page).body();
        int at = body.indexOf("?_csrf=") + "?_csrf=".length();
        String token = body.substring(at, body.indexOf('"', at));
        return hers.multipart(action + "?_csrf=" + token, "b", new byte[] {8});
    }

    private static AccountId account(Caller caller) {
        return Objects.requireNonNull(caller.account());
    }

    @Test
    void isPutThereByThoseWhoHandleCasesAlone() {
        Browser auditor = callers.signedIn(port, "auditor");
        assertThat(auditor.get(room()).body()).doesNotContain(room() + "/files?_csrf=");
        put(his, "seen.log", new byte[] {7});
        assertThat(auditor.get(api(kept().getFirst())).statusCode()).isEqualTo(200);
        Browser field = callers.signedIn(port, "field-service");
        assertThat(field.get(api(kept().getFirst())).statusCode()).isEqualTo(403);
        assertThat(Browser.at(port).get(api(kept().getFirst())).statusCode()).isEqualTo(401);
    }
}
