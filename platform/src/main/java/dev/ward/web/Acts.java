package dev.ward.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// The forms of a page that has several: a field of the act `close` is named `closeBecause` there, and
/// `because` by whoever takes it.
public final class Acts {

    private Acts() {}

    /// Does what a form asks for, and goes back to its page with a notice; or shows the page again, with
    /// what was sent and the reason of the refusal. What does not exist, or is not for this person, stays
    /// a page of its own.
    ///
    /// @param sent  without that by which somebody is recognised
    /// @param work  gives the words of the notice, or null for none
    public static ModelAndView done(
            String act,
            Map<String, String> sent,
            String back,
            HttpServletResponse response,
            Supplier<@Nullable String> work,
            Function<Form, Page> page) {
        try {
            String words = work.get();
            if (words != null) {
                Notices.say(response, words);
            }
            return new ModelAndView("redirect:" + back);
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
                throw e;
            }
            return page.apply(refused(sent, act, e))
                    .status(HttpStatus.valueOf(e.problem().status()));
        }
    }

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
