package dev.ward.portal;

import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.product.ReleaseId;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The releases and sites of a customer, for that customer.
@Service
@Transactional(readOnly = true)
public class OwnReleases {

    private final OwnReleaseRepository releases;

    OwnReleases(OwnReleaseRepository releases) {
        this.releases = releases;
    }

    /// What is installed on the reader's devices, by product.
    public List<OwnRelease> installed(Reader reader) {
        return releases.installed(reader);
    }

    /// What can be said to be installed on a device of the product: what is installed on one already, and what has come
    /// out.
    public List<OwnRelease> ofProduct(Reader reader, ProductId product) {
        return releases.ofProduct(reader, product);
    }

    /// @throws ProblemException  when there is none that the reader sees
    public OwnRelease get(Reader reader, ReleaseId id) {
        return releases.find(reader, id)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no release \"%s\" among yours.".formatted(id)));
    }

    public List<Said.Place> sites(Reader reader) {
        return releases.sites(reader);
    }

    /// The SBOM that the reader may have.
    ///
    /// @throws ProblemException  when the reader may not have it
    public OwnRelease.Sbom sbom(Reader reader, ReleaseId id) {
        OwnRelease release = get(reader, id);
        OwnRelease.Sbom sbom = release.sbom();
        if (sbom == null || !sbom.given()) {
            throw ProblemException.of(
                    Problem.NOT_FOUND,
                    sbom == null
                            ? "The manufacturer gives no SBOM of \"%s\" here.".formatted(release.name())
                            : "The SBOM of \"%s\" is given on request. Ask for it first.".formatted(release.name()));
        }
        return sbom;
    }

    /// A piece of it, byte for byte as the manufacturer keeps it; nothing behind the last. Whether it may be had, the
    /// database says again for each.
    public Optional<byte[]> piece(ReleaseId id, OwnRelease.Sbom sbom, int number) {
        return releases.findPiece(id, sbom.document().sha256(), number);
    }
}
