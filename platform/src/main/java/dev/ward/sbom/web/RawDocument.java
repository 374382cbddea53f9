package dev.ward.sbom.web;

import dev.ward.sbom.Snapshot;
import dev.ward.sbom.Snapshots;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// Gives an upload back, byte for byte. It is somebody else's file: a browser saves it and never shows it.
final class RawDocument {

    private RawDocument() {}

    static void write(Snapshot snapshot, Snapshots snapshots, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONTENT_TYPE, type(snapshot.contentType()));
        response.setContentLengthLong(snapshot.size());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.ETAG, "\"" + snapshot.sha256() + "\"");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(snapshot.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (InputStream in = snapshots.document(snapshot)) {
            in.transferTo(response.getOutputStream());
        }
    }

    private static String type(String stated) {
        try {
            return MediaType.parseMediaType(stated).toString();
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
    }
}
