package dev.ward;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which acceptance statements a test holds, by their ids in `statements.tsv`. A statement that is held has a
/// test; one that is not says what is missing.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Statement {

    String[] value();
}
