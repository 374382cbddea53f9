package dev.ward.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A problem as the API tells it.
///
/// @param instance  the path that was asked for
/// @param id        under which the log knows this very answer
/// @param errors    what is wrong, by place; null when there is nothing to point at
///
/// Source: RFC 9457, 3.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String id,
        @Nullable List<Fault> errors) {

    /// @param where  a field, a parameter, or a place in a document
    record Fault(String where, String what) {}

    static ProblemBody of(
            Problem problem, int status, String detail, String path, String id, Map<String, String> errors) {
        List<Fault> faults = errors.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Fault(entry.getKey(), entry.getValue()))
                .toList();
        return new ProblemBody(
                problem.type(), problem.title(), status, detail, path, id, faults.isEmpty() ? null : faults);
    }
}
