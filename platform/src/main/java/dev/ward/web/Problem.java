package dev.ward.web;

import java.util.Locale;
import java.util.Optional;

/// Every kind of answer that is not what was asked for. Its type is the address `/problems/<name>`, a page that
/// explains it.
///
/// Source: RFC 9457, 3.1.
public enum Problem {
    NOT_FOUND(404, "There is no such thing here", "It may have been removed, or the address is misspelt."),
    INVALID(400, "Something in the request is not right", "Nothing was changed. Mend what is named, and try again."),
    UNREADABLE(422, "The document cannot be read", "It is kept as it came; the answer says where and why."),
    CONFLICT(409, "This cannot be done as things stand", "Something else has the name, or the state forbids it."),
    OUTDATED(412, "It was changed in the meantime", "Read it again, and make the change on what stands there now."),
    TOO_LARGE(413, "It is larger than what is taken", "Nothing was changed."),
    WRONG_TYPE(415, "This type of content is not taken here", "Nothing was changed."),
    NOT_ACCEPTABLE(406, "There is no such form of this", "Ask for application/json."),
    WRONG_METHOD(405, "This address does not answer to that method", "The header Allow names those that it does."),
    UNAUTHENTICATED(401, "Sign in first", "A page asks for a sign-in, the API for a token."),
    FORBIDDEN(403, "You may not do this", "An administrator can give you a role that may."),
    TOO_MANY_REQUESTS(429, "That was too often", "Wait as long as the header Retry-After says."),
    UNAVAILABLE(
            503, "Ward cannot work right now", "What was confirmed is kept; this was not done. Try again in a minute."),
    INTERNAL(
            500,
            "Something broke in Ward",
            "Nothing was changed. Whoever runs this Ward finds more in its log, under the id.");

    private final int status;
    private final String title;
    private final String advice;

    Problem(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// What is safe and what to do.
    public String advice() {
        return advice;
    }

    public String type() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Problem> findByType(String type) {
        for (Problem problem : values()) {
            if (problem.type().equals(type)) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    /// The kind that stands for a status of HTTP.
    static Problem ofStatus(int status) {
        for (Problem problem : values()) {
            if (problem.status == status) {
                return problem;
            }
        }
        return status >= 500 ? INTERNAL : INVALID;
    }
}
