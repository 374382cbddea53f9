package dev.ward.job;

/// Ends an attempt, not the job: the server stops, or another one has taken the job over.
final class JobStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobStopped(String why) {
        super(why, null, false, false);
    }
}
