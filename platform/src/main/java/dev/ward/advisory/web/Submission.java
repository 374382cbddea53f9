package dev.ward.advisory.web;

import dev.ward.advisory.Imports;
import dev.ward.advisory.Source;
import dev.ward.audit.Actor;
import dev.ward.document.DocumentTooLarge;
import dev.ward.job.JobId;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes what somebody wants imported: a document as it comes, or where one lies.
@Component
class Submission {

    /// A body that says where a document lies is no longer.
    private static final int LONGEST_REFERENCE = 8_192;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Imports imports;

    Submission(Imports imports) {
        this.imports = imports;
    }

    /// Takes a body: `{"path": …}` or `{"url": …}` alone say where the document lies, all else is the
    /// document.
    ///
    /// @param name  what to call the document
    /// @param size  as its sender says, in bytes; negative when it does not
    JobId take(Source source, String name, long size, InputStream body, Actor actor) {
        try {
            imports.refuseTooLarge(size);
        } catch (DocumentTooLarge e) {
            throw tooLarge(e);
        }
        PushbackInputStream in = new PushbackInputStream(body, LONGEST_REFERENCE + 1);
        Optional<JsonNode> reference;
        try {
            byte[] head = in.readNBytes(LONGEST_REFERENCE + 1);
            in.unread(head);
            reference = head.length > LONGEST_REFERENCE ? Optional.empty() : reference(head);
        } catch (IOException e) {
            throw broken();
        }
        if (reference.isEmpty()) {
            return document(source, name, in, actor);
        }
        JsonNode node = reference.get();
        return node.has("url")
                ? fromUrl(source, node.path("url").asString(), actor)
                : fromFile(source, node.path("path").asString(), actor);
    }

    JobId document(Source source, String name, InputStream in, Actor actor) {
        try {
            return imports.submit(source, name, in, actor);
        } catch (DocumentTooLarge e) {
            throw tooLarge(e);
        } catch (IOException e) {
            throw broken();
        }
    }

    private static ProblemException tooLarge(DocumentTooLarge e) {
        return ProblemException.of(Problem.TOO_LARGE, e.getMessage() + " (WARD_IMPORT_MOST). Nothing of it was kept.");
    }

    private static ProblemException broken() {
        return ProblemException.of(
                Problem.INVALID, "The document broke off before its end. Nothing of it was kept; send it again.");
    }

    private static Optional<JsonNode> reference(byte[] head) {
        try {
            JsonNode node = JSON.readTree(new ByteArrayInputStream(head));
            boolean only = node.isObject() && node.size() == 1;
            return only && (node.path("path").isString() || node.path("url").isString())
                    ? Optional.of(node)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    JobId fromFile(Source source, String path, Actor actor) {
        try {
            return imports.submitFile(source, Path.of(path), actor);
        } catch (IOException | InvalidPathException e) {
            throw ProblemException.of(Problem.INVALID, String.valueOf(e.getMessage()))
                    .with("path", "is not a file that may be imported");
        }
    }

    JobId fromUrl(Source source, String url, Actor actor) {
        try {
            return imports.submitUrl(source, URI.create(url.strip()), actor);
        } catch (IOException | IllegalArgumentException e) {
            throw ProblemException.of(Problem.INVALID, String.valueOf(e.getMessage()))
                    .with("url", "is not an address that may be fetched from");
        }
    }
}
