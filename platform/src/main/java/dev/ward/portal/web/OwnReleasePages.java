package dev.ward.portal.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.portal.Claims;
import dev.ward.portal.OwnRelease;
import dev.ward.portal.OwnReleases;
import dev.ward.product.ReleaseId;
import dev.ward.web.Page;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The releases on a customer's devices, and their SBOMs as far as they are given.
@Controller
class OwnReleasePages {

    private final OwnReleases releases;
    private final Claims claims;
    private final OwnPage own;

    OwnReleasePages(OwnReleases releases, Claims claims, OwnPage own) {
        this.releases = releases;
        this.claims = claims;
        this.own = own;
    }

    @GetMapping("/portal/releases")
    @Requires(Permission.PORTAL_READ)
    Page list() {
        return OwnPage.page("releases", "Releases").with("releases", releases.installed(own.reader()));
    }

    @PostMapping("/portal/releases/{id}/sbom")
    @Requires(Permission.PORTAL_CLAIM)
    ModelAndView ask(@PathVariable ReleaseId id, HttpServletResponse response) {
        OwnDevicePages.tell(response, claims.askForSbom(own.actor(), own.reader(), id));
        return new ModelAndView("redirect:/portal/releases");
    }

    /// Somebody else's file: a browser saves it and never shows it.
    @GetMapping({"/portal/releases/{id}/sbom", "/api/v1/portal/releases/{id}/sbom"})
    @Requires(Permission.PORTAL_READ)
    @Summary("Gives the SBOM of a release on your devices, byte for byte, where the manufacturer gives it")
    void sbom(@PathVariable ReleaseId id, HttpServletResponse response) throws IOException {
        OwnRelease release = releases.get(own.reader(), id);
        OwnRelease.Sbom sbom = releases.sbom(own.reader(), id);
        response.setHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(sbom.document().size());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.ETAG, "\"" + sbom.document().sha256() + "\"");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(release.name() + sbom.ending(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        Optional<byte[]> piece = releases.piece(id, sbom, 0);
        for (int number = 1; piece.isPresent(); number++) {
            response.getOutputStream().write(piece.get());
            piece = releases.piece(id, sbom, number);
        }
    }
}
