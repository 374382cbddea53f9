package dev.ward.home;

import dev.ward.advisory.Imports;
import dev.ward.advisory.Source;
import dev.ward.audit.Actor;
import dev.ward.home.demo.DemoNames;
import dev.ward.home.demo.DemoPeople;
import dev.ward.home.demo.DemoRegistry;
import dev.ward.identity.Accounts;
import dev.ward.identity.Qualifications;
import dev.ward.identity.Reader;
import dev.ward.identity.Role;
import dev.ward.identity.Roles;
import dev.ward.job.Job;
import dev.ward.job.JobId;
import dev.ward.job.JobStatus;
import dev.ward.job.Jobs;
import dev.ward.product.Product;
import dev.ward.product.ProductDraft;
import dev.ward.product.Products;
import dev.ward.product.Release;
import dev.ward.product.ReleaseDraft;
import dev.ward.product.Releases;
import dev.ward.sbom.Sboms;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// An invented manufacturer's portfolio, with real CVEs in our own words, for people who look at Ward for the first
/// time.
@Component
public class DemoPortfolio {

    private static final Actor DEMO = Actor.machine("demo");
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final List<String> ROLES = List.of(
            "administrator",
            "product-security",
            "psirt-lead",
            "clinical-safety",
            "quality-regulatory",
            "regulatory-head",
            "designated-person",
            "field-service",
            "privacy-officer",
            "counsel",
            "executive",
            "auditor",
            Role.HOSPITAL);

    private static final Map<Source, String> SOURCES = Map.of(
            Source.CVE, "cve.ndjson",
            Source.OSV, "osv.ndjson",
            Source.NVD, "nvd.json",
            Source.KEV, "kev.json",
            Source.EPSS, "epss.csv");

    private final Accounts accounts;
    private final Products products;
    private final Releases releases;
    private final Sboms sboms;
    private final Imports imports;
    private final Roles roles;
    private final Qualifications qualifications;
    private final DemoRegistry registry;
    private final Jobs jobs;
    private final JsonMapper json;

    DemoPortfolio(
            Accounts accounts,
            Products products,
            Releases releases,
            Sboms sboms,
            Imports imports,
            Roles roles,
            Qualifications qualifications,
            DemoRegistry registry,
            Jobs jobs,
            JsonMapper json) {
        this.accounts = accounts;
        this.products = products;
        this.releases = releases;
        this.sboms = sboms;
        this.imports = imports;
        this.roles = roles;
        this.qualifications = qualifications;
        this.registry = registry;
        this.jobs = jobs;
        this.json = json;
    }

    private record Portfolio(List<DemoProduct> products) {}

    private record DemoProduct(
            String name, @Nullable String family, @Nullable String description, List<DemoRelease> releases) {}

    private record DemoRelease(
            String version,
            @Nullable LocalDate releasedOn,
            @Nullable String sbom) {}

    /// The roles that the demo has one person for.
    public List<String> roles() {
        return ROLES;
    }

    /// The address by which the person of a role signs in.
    public String address(String role) {
        return DemoPeople.address(role);
    }

    /// Whether the demo has the person of a role: one that was filled by an earlier version may lack some.
    public boolean hasPerson(String role) {
        return accounts.isTaken(address(role));
    }

    /// Fills an empty database; changes nothing where there are accounts already.
    ///
    /// @param passwords  by role
    public void fill(Map<String, String> passwords) throws IOException {
        if (!accounts.isEmpty()) {
            return;
        }
        DemoPeople people = new DemoPeople(accounts, roles, passwords);
        passwords.keySet().stream().filter(role -> !role.equals(Role.HOSPITAL)).forEach(role -> people.add(role, null));
        people.qualify(qualifications);
        for (Source source : Source.values()) {
            String file = SOURCES.getOrDefault(source, source.word());
            try (InputStream in = open("vulnerabilities/" + file)) {
                await(imports.submit(source, file, in, DEMO));
            }
        }
        try (InputStream in = open("portfolio.json")) {
            DemoNames names = registry.names();
            for (DemoProduct product : json.readValue(in, Portfolio.class).products()) {
                add(product, names);
            }
            registry.tell(people, names, this::await);
        }
    }

    private void add(DemoProduct demo, DemoNames names) throws IOException {
        Product product = products.create(DEMO, new ProductDraft(demo.name(), demo.family(), demo.description()));
        names.add(demo.name(), product.id());
        for (DemoRelease one : demo.releases()) {
            Release release = releases.create(
                    DEMO,
                    Reader.machine("demo"),
                    product.id(),
                    new ReleaseDraft(one.version(), one.releasedOn(), null));
            names.add(demo.name(), release);
            String sbom = one.sbom();
            if (sbom != null) {
                try (InputStream in = open(sbom)) {
                    await(sboms.submit(release.id(), sbom, in, DEMO).id());
                }
            }
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = DemoPortfolio.class.getResourceAsStream("/demo/" + name);
        if (in == null) {
            throw new IOException("the demo has no \"%s\"".formatted(name));
        }
        return in;
    }

    private void await(JobId id) {
        Job job = jobs.find(id).orElseThrow();
        while (job.status() == JobStatus.QUEUED || job.status() == JobStatus.RUNNING) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            job = jobs.find(id).orElseThrow();
        }
        if (job.status() == JobStatus.FAILED) {
            throw new IllegalStateException("the demo's %s failed: %s".formatted(job.subject(), job.problem()));
        }
    }
}
