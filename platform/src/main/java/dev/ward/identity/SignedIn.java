package dev.ward.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Opens a controller's method to everyone of the manufacturer who is signed in, for what is one's own: home, one's
/// account.
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SignedIn {

    /// Whether it is open to people of other organisations too.
    boolean outsiders() default false;
}
