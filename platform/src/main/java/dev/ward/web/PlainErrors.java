package dev.ward.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Answers what never reaches a handler, such as a request that cannot be parsed, in a line that tells nothing of the
/// server.
final class PlainErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(status);
        try {
            BrowserRules.write(request, response);
            response.setContentType("text/plain");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write("%d %s\n".formatted(status, known == null ? "Error" : known.getReasonPhrase()));
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("nobody is there to read an error", e);
        }
    }
}
