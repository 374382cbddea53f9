package dev.ward.job;

/// Ends an attempt, not the job: it cannot go on now, and is begun again a little later. Meanwhile it holds no
/// thread and no connection.
public final class JobPostponed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param step  what it does instead, for people: "waits for another import of this source"
    public JobPostponed(String step) {
        super(step, null, false, false);
    }
}
