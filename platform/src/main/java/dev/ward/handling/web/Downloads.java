package dev.ward.handling.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/// Gives files back as they came, never to be shown by the browser.
final class Downloads {

    private Downloads() {}

    static void send(HttpServletResponse response, String name, long size, InputStream in) throws IOException {
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(size);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (in) {
            in.transferTo(response.getOutputStream());
        }
    }
}
