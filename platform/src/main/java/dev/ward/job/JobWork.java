package dev.ward.job;

import java.util.Map;

/// One kind of work. A bean of each kind is found by itself.
public interface JobWork {

    /// The kind of jobs that it does, "advisory.import".
    String kind();

    /// How many of its kind one server works on at once; the others wait without a thread, so that they hold up no
    /// other kind.
    default int most() {
        return Integer.MAX_VALUE;
    }

    /// Does the work. It may be begun again from the start after a kill, also when it had come to its end:
    /// what was done before must then not be done twice.
    ///
    /// @return what came out, small, for people and programs
    /// @throws JobProblem    when a person can mend what went wrong
    /// @throws JobPostponed  when it cannot go on now
    Map<String, String> run(JobRun run) throws Exception;

    /// Told, in the transaction in which the job ends as failed, so that what it worked on can be marked so.
    ///
    /// @param problem  for people
    default void failed(JobRun run, String problem) {}
}
