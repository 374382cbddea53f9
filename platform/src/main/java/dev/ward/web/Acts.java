package dev.ward.web;

import java.util.HashMap;
import java.util.Map;

/// The forms of a page that has several: a field of the act `close` is named `closeBecause` there, and
/// `because` by whoever takes it.
public final class Acts {

    private Acts() {}

    /// What was sent, with the reason of the refusal at its field, or above all when the act has no such
    /// field.
    public static Form refused(Map<String, String> sent, String act, ProblemException e) {
        Map<String, String> errors = new HashMap<>();
        e.errors().forEach((field, what) -> errors.put(name(act, field), what));
        boolean shown = !errors.isEmpty() && sent.keySet().containsAll(errors.keySet());
        return new Form(sent, errors, shown ? null : e.detail(), 0);
    }

    public static String name(String act, String field) {
        return act + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }
}
