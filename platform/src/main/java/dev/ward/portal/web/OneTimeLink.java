package dev.ward.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// A link that is shown once. Public because templates are compiled in another package.
///
/// @param name  of the person for whom it is
public record OneTimeLink(String name, String address) {

    static OneTimeLink of(String name, String code, HttpServletRequest request) {
        return new OneTimeLink(
                name,
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/invitation")
                        .queryParam("code", code)
                        .toUriString());
    }
}
