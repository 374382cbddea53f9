package dev.ward.home;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.product.Releases;
import dev.ward.web.NextStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The third step of an empty installation.
@Component
class UploadSbom implements NextStep {

    private final JdbcClient jdbc;
    private final Releases releases;
    private final Visibility visibility;

    UploadSbom(JdbcClient jdbc, Releases releases, Visibility visibility) {
        this.jdbc = jdbc;
        this.releases = releases;
        this.visibility = visibility;
    }

    @Override
    public String title() {
        return "Upload an SBOM";
    }

    @Override
    public String reason() {
        return "A software bill of materials (SBOM) says what is in a release. Drop it on the release's page.";
    }

    /// The release added last, or the way to one.
    @Override
    public String path() {
        return releases.latest(visibility.reader(), 1).stream()
                .map(release -> "/releases/" + release.id())
                .findFirst()
                .orElse("/products");
    }

    @Override
    public String permission() {
        return Permission.SBOM_WRITE.name();
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean done() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM sbom.published_snapshot s WHERE "
                        + visibility.reader().sees("s") + ")")
                .query(Boolean.class)
                .single();
    }
}
