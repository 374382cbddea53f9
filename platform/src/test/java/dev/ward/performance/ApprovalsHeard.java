package dev.ward.performance;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears what later modules hear.
@Component
class ApprovalsHeard {

    private volatile @Nullable EssentialPerformanceApproved last;

    @EventListener
    void on(EssentialPerformanceApproved approved) {
        last = approved;
    }

    @Nullable
    EssentialPerformanceApproved last() {
        return last;
    }
}
