package dev.ward.job;

/// Ends a job as failed, for a reason that a person can mend.
public final class JobProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param forPeople  a sentence or two: what happened, with the offending value in quotes, and what to do
    public JobProblem(String forPeople) {
        super(forPeople);
    }
}
