package dev.ward.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person typed into a form, and what is wrong with it. Nothing that was typed is lost.
///
/// @param values    by field
/// @param errors    by field
/// @param trouble   what is wrong with the whole; null when only fields are, or nothing
/// @param revision  of the thing as the person saw it; 0 for a new one
public record Form(
        Map<String, String> values,
        Map<String, String> errors,
        @Nullable String trouble,
        int revision) {

    public Form {
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
    }

    public static Form empty() {
        return new Form(Map.of(), Map.of(), null, 0);
    }

    /// As it came back, with the problem that sent it back.
    public Form refused(ProblemException problem) {
        boolean all = problem.errors().isEmpty()
                || !values.keySet().containsAll(problem.errors().keySet());
        return new Form(values, problem.errors(), all ? problem.detail() : null, revision);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /// In a sentence under the field; null when the field is right.
    public @Nullable String error(String field) {
        String error = errors.get(field);
        return error == null ? null : "This " + error + ".";
    }
}
