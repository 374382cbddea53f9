package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The way of the main job: sign in, upload, find, explain, export.
@TestInstance(Lifecycle.PER_CLASS)
class MainJobTest {

    private final Path folder;
    private final Optional<Path> chromium = Chromium.find();
    private final List<String> faults = new ArrayList<>();
    private @Nullable DemoProcess demo;
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;
    private @Nullable BrowserContext context;

    MainJobTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void startTheDemo() throws IOException {
        assumeTrue(chromium.isPresent(), "no Chromium here, and no right to install it");
        demo = DemoProcess.start(folder.resolve("data"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    @AfterAll
    void stopTheDemo() {
        if (playwright != null) {
            playwright.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    @BeforeEach
    void openBrowser() {
        context = browser().newContext(new Browser.NewContextOptions().setAcceptDownloads(true));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
    }

    @AfterEach
    void closeBrowser() {
        if (context != null) {
            context.close();
        }
        assertThat(faults)
                .as("errors on the browser's console, such as those of the CSP")
                .isEmpty();
    }

    private Browser browser() {
        return Objects.requireNonNull(browser);
    }

    private DemoProcess demo() {
        return Objects.requireNonNull(demo);
    }

    private Page signIn(String role) {
        Page page = Objects.requireNonNull(context).newPage();
        page.navigate(demo().address("/sign-in"));
        page.getByLabel("E-mail").fill(role + "@demo.example");
        page.getByLabel("Password").fill(demo().password(role));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(demo().address("/"));
        return page;
    }

    private static void checkAccess(Page page) {
        List<Rule> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .toList();
        assertThat(serious)
                .as(page.url())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    @Test
    void goesFromUploadToExplanationAndExport() throws IOException {
        Page page = signIn("product-security");
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByText("Findings")
                .click();
        page.waitForURL(demo().address("/findings"));
        assertThat(page.locator("table tbody tr").count()).isPositive();
        checkAccess(page);

        page.locator("table tbody tr a.ward-opens").first().click();
        page.locator("#panel .ward-evidence").first().waitFor();
        assertThat(page.locator("#panel").innerText()).contains("Because", "Range", "First seen");
        checkAccess(page);

        Download download = page.waitForDownload(() -> page.getByText("CSV").click());
        String csv = Files.readString(download.path());
        assertThat(csv).startsWith("\"id\",\"vulnerability\",").contains("CVE-");
    }

    @Test
    void showsEveryPageWithinTheScreenAndToEverybody() {
        List<String> pages =
                new ArrayList<>(List.of("/", "/findings", "/products", "/components", "/sources", "/sources/osv"));
        pages.addAll(List.of("/conflicts", "/settings/people", "/settings/tokens", "/jobs", "/account", "/audit"));
        pages.add("/search?q=openssl");
        Page page = signIn("administrator");
        page.locator("a[href^='/releases/']").first().click();
        pages.add(URI.create(page.url()).getPath());
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            for (int width : List.of(1280, 390)) {
                page.setViewportSize(width, 844);
                for (String path : pages) {
                    page.navigate(demo().address(path));
                    openPopups(page);
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                            .as("%s is no wider than the screen", path)
                            .isLessThanOrEqualTo(width);
                    checkAccess(page);
                }
            }
        }
    }

    /// One act of each page is opened: what asks before it is done must be read too.
    private static void openPopups(Page page) {
        page.evaluate("document.querySelector('main .ward-confirm')?.setAttribute('open', '')");
    }

    @Test
    void showsWhereTheFocusIs() {
        Page page = signIn("administrator");
        page.navigate(demo().address("/settings/tokens"));
        for (int i = 0; i < 24; i++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .as("the outline of %s", page.evaluate("document.activeElement.outerHTML"))
                    .isEqualTo("solid");
        }
    }

    @Test
    void closesAPopupByKeyAndGivesTheFocusBack() {
        Page page = signIn("administrator");
        page.navigate(demo().address("/settings/people"));
        page.locator("tbody summary").first().click();
        page.locator("tbody .ward-confirm .ward-confirm summary").first().click();
        assertThat(page.locator("details[open]").count()).isEqualTo(2);
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        assertThat(page.locator("details[open]").count()).isZero();
        assertThat(page.locator("tbody summary").first().evaluate("one => one === document.activeElement"))
                .isEqualTo(true);
    }

    @Test
    void keepsAnOpenPageWhileWardDoesNotAnswer() {
        Page page = signIn("product-security");
        page.navigate(demo().address("/findings"));
        page.locator("a.ward-opens").first().click();
        page.getByText("Add a note").click();
        page.getByLabel("Note").fill("half a thought");
        page.route(
                "**/findings**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("text/html")
                        .setBody("<!DOCTYPE html><html lang=en><title>away</title></html>")));
        page.getByText("Ward does not answer right now").waitFor();
        assertThat(page.getByLabel("Note").inputValue()).isEqualTo("half a thought");
        page.unroute("**/findings**");
        page.locator(".ward-trouble").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        assertThat(page.getByLabel("Note").inputValue()).isEqualTo("half a thought");
        faults.removeIf(fault -> fault.contains("503"));
    }

    @Test
    void takesAnSbomFromTheFormWithScriptAndWithout() throws IOException {
        Path scripted = sbom("with-script.cdx.json");
        Path plain = sbom("without-script.cdx.json");
        upload(signIn("product-security"), scripted);

        Objects.requireNonNull(context).close();
        context = browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = signIn("product-security");
        upload(page, plain);
        for (int i = 0; i < 100 && !page.locator("main").innerText().contains("without-script.cdx.json"); i++) {
            page.waitForTimeout(100);
            page.reload();
        }
        assertThat(page.locator("main").innerText()).contains("with-script.cdx.json", "without-script.cdx.json");
        assertThat(page.url()).doesNotContain("_csrf");
    }

    private void upload(Page page, Path file) {
        page.navigate(demo().address("/"));
        page.locator("a[href^='/releases/']").first().click();
        page.locator("form.ward-upload input[type=file]").setInputFiles(file);
        page.locator("form.ward-upload button").click();
        page.getByText(file.getFileName().toString()).first().waitFor();
    }

    private Path sbom(String name) throws IOException {
        return Files.writeString(folder.resolve(name), """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [{"type": "library",
                 "name": "%s", "version": "1.0", "purl": "pkg:npm/lodash@4.17.20"}]}
                """.formatted(name));
    }

    @Test
    void showsAnAdvisoryThatArrivesInAnOpenList() throws Exception {
        Page page = signIn("product-security");
        page.navigate(demo().address("/findings?q=CVE-2099-7777"));
        assertThat(page.locator("main").innerText()).contains("No finding is like that");

        String component = "lodash"; // the demo has it
        String osv = """
                {"id": "CVE-2099-7777", "modified": "2099-01-02T00:00:00Z", "summary": "A flaw that was just told",
                 "affected": [{"package": {"ecosystem": "npm", "name": "%s", "purl": "pkg:npm/%s"},
                               "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]}
                """.formatted(component, component);
        importOsv(page, osv);

        page.getByText("A flaw that was just told").first().waitFor();
    }

    private void importOsv(Page page, String osv) throws IOException, InterruptedException {
        String cookie = Objects.requireNonNull(context).cookies().stream()
                .map(one -> one.name + "=" + one.value)
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        String token = page.locator("meta[name=csrf]").getAttribute("content");
        String header = page.locator("meta[name=csrf]").getAttribute("data-header");
        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(
                    HttpRequest.newBuilder(URI.create(demo().address("/api/v1/sources/osv/imports")))
                            .header("Cookie", cookie)
                            .header(header, token)
                            .POST(HttpRequest.BodyPublishers.ofString(osv))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }
}
