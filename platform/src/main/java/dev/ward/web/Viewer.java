package dev.ward.web;

import org.jspecify.annotations.Nullable;

/// Who looks at a page. `identity` provides the one bean, which answers for the request at hand.
public interface Viewer {

    boolean signedIn();

    /// Whether it could be found out who looks.
    default boolean known() {
        return true;
    }

    /// The person's name for people; empty for nobody.
    String name();

    /// The role's name for people, "Product security"; empty for nobody.
    String role();

    /// Whether it is somebody from outside of the manufacturer, who sees a frame of their own.
    default boolean outsider() {
        return false;
    }

    /// @param permission  the name of a permission, `PRODUCT_READ`
    boolean may(String permission);

    /// Whether a signature of the person takes a code of their authenticator app.
    default boolean signsWithCode() {
        return false;
    }

    /// What the browser is asked for a signature by passkey; null for who has none. Each call makes another question.
    default @Nullable String passkeyOptions() {
        return null;
    }

    /// The name of the company's sign-in, with which the person is linked; null when they are not.
    default @Nullable String company() {
        return null;
    }

    /// Whether the company's sign-in has recognised the person a moment ago, for a signature.
    default boolean companyConfirmed() {
        return false;
    }

    /// The first letters of the first two words of the name.
    default String initials() {
        StringBuilder initials = new StringBuilder();
        for (String word : name().strip().split("\\s+")) {
            if (!word.isEmpty() && initials.codePointCount(0, initials.length()) < 2) {
                initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return initials.toString();
    }
}
