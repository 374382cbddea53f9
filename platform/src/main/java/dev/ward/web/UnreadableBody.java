package dev.ward.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Why the JSON of a request could not be read, without a word about our classes.
record UnreadableBody(String detail, Map<String, String> errors) {

    static UnreadableBody of(HttpMessageNotReadableException e) {
        return e.getCause() instanceof JacksonException cause
                ? of(cause)
                : new UnreadableBody("The body is missing.", Map.of());
    }

    static UnreadableBody of(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                new UnreadableBody(
                        "There is no field \"%s\" here. The fields are: %s."
                                .formatted(unknown.getPropertyName(), known(unknown)),
                        Map.of(path(unknown), "is not known"));
            case DatabindException refused
            when refused.getCause() instanceof ProblemException problem ->
                new UnreadableBody(problem.detail(), within(path(refused), problem.errors()));
            case DatabindException wrong ->
                new UnreadableBody(
                        "The value of \"%s\" is not what it should be.".formatted(path(wrong)),
                        Map.of(path(wrong), "is not what it should be"));
            default -> new UnreadableBody("The body is not JSON%s.".formatted(place(e.getLocation())), Map.of());
        };
    }

    /// A value that refuses what it is made from knows its own fields, but not where it stands itself.
    private static Map<String, String> within(String path, Map<String, String> errors) {
        return errors.entrySet().stream()
                .collect(Collectors.toMap(error -> path + "/" + error.getKey().replace('.', '/'), Map.Entry::getValue));
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds() == null
                ? "none"
                : e.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String path(JacksonException e) {
        String path = e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("/"));
        return path.isEmpty() ? "the body" : path;
    }

    private static String place(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }
}
