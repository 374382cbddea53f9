package dev.ward.handling.web;

import dev.ward.handling.Signals;
import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.web.Waiting;
import java.util.List;
import org.springframework.stereotype.Component;

/// Signals of which nobody has said what becomes of them.
@Component
class SignalsWaiting implements Waiting {

    private static final int MOST = 1_000;

    private final Signals signals;
    private final Visibility visibility;

    SignalsWaiting(Signals signals, Visibility visibility) {
        this.signals = signals;
        this.visibility = visibility;
    }

    @Override
    public String permission() {
        return Permission.SIGNAL_WRITE.name();
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public List<Item> items() {
        int waiting = signals.countWaiting(visibility.reader(), MOST);
        return waiting == 0
                ? List.of()
                : List.of(Item.of(waiting, "signal waits", "signals wait", "/signals?state=waiting"));
    }
}
