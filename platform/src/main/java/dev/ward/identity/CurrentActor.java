package dev.ward.identity;

import dev.ward.audit.Actor;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Who sends the request at hand. A job has an actor of its own and does not ask here.
@Component
public class CurrentActor {

    private final Callers callers;

    CurrentActor(Callers callers) {
        this.callers = callers;
    }

    /// @throws IllegalStateException  when nobody is signed in
    public Actor get() {
        return caller().actor();
    }

    /// @throws IllegalStateException  when nobody is signed in
    public Caller caller() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /// @return whether someone is signed in who has the permission
    public boolean may(Permission permission) {
        return find().map(caller -> caller.may(permission)).orElse(false);
    }

    /// @param permission  the name of one
    public boolean may(String permission) {
        return may(Permission.valueOf(permission));
    }

    public Optional<Caller> find() {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        return attributes instanceof ServletRequestAttributes servlet
                ? callers.of(servlet.getRequest())
                : Optional.empty();
    }
}
