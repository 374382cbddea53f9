package dev.ward.assessment.web;

import dev.ward.document.Arrival;
import dev.ward.document.DocumentTooLarge;
import dev.ward.document.Documents;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/// Takes files in before any transaction begins, and gives them back as they came.
@Component
class Arrivals {

    private final Documents documents;

    Arrivals(Documents documents) {
        this.documents = documents;
    }

    /// @throws ProblemException  when it is too large, or breaks off
    Arrival receive(InputStream in, long mostBytes) {
        try {
            return documents.receive(in, mostBytes);
        } catch (DocumentTooLarge e) {
            throw ProblemException.of(
                    Problem.TOO_LARGE, "Files of up to %d MiB are kept here.".formatted(mostBytes >> 20));
        } catch (IOException e) {
            throw ProblemException.of(Problem.INVALID, "The file broke off while it was sent. Nothing was kept.");
        }
    }

    /// Somebody else's file: a browser saves it and never shows it.
    void send(HttpServletResponse response, String name, long size, String sha256) throws IOException {
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(size);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (InputStream in = documents.open(sha256)) {
            in.transferTo(response.getOutputStream());
        }
    }
}
