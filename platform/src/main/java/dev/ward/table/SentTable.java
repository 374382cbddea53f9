package dev.ward.table;

import dev.ward.web.FileNames;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.UploadedFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A table on its way: the body of a request, or the file of an upload form.
///
/// @param contentType  as the sender says; never believed
public record SentTable(String name, String contentType, InputStream content) {

    private static final int LONGEST_NAME = 200;

    /// The body as it comes.
    ///
    /// @param called  what to call the file
    /// @throws ProblemException  when it is no file but a form with one
    public static SentTable of(HttpServletRequest request, String called) {
        String type = Objects.requireNonNullElse(request.getContentType(), "application/octet-stream");
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw ProblemException.of(
                    Problem.WRONG_TYPE, "Send the file itself as the body, not \"%s\".".formatted(type));
        }
        try {
            String name = called.length() <= LONGEST_NAME ? called : called.substring(0, LONGEST_NAME);
            return new SentTable(name, type, request.getInputStream());
        } catch (IOException e) {
            throw broken("file");
        }
    }

    /// @param file    null when none was chosen
    /// @param called  what to call a file without a name
    /// @throws ProblemException  when none was chosen
    public static SentTable of(@Nullable UploadedFile file, String called) {
        if (file == null) {
            throw ProblemException.of(Problem.INVALID, "Choose a file.").with("file", "is missing");
        }
        return new SentTable(FileNames.of(file.name(), called), file.contentType(), file.content());
    }

    /// Whoever takes it.
    public interface Receiver<I> {
        I receive(String name, String contentType, InputStream content) throws IOException;
    }

    /// @param what  that would have broken off: "file", "upload"
    /// @throws ProblemException  when it breaks off, or the receiver refuses it
    public <I> I to(String what, Receiver<I> receiver) {
        try {
            return receiver.receive(name, contentType, content);
        } catch (IOException e) {
            throw broken(what);
        }
    }

    private static ProblemException broken(String what) {
        return ProblemException.of(
                Problem.INVALID,
                "The %s broke off before its end. Nothing of it was kept; send it again.".formatted(what));
    }
}
