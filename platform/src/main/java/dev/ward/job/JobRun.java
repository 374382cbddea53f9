package dev.ward.job;

import dev.ward.audit.Actor;
import java.util.Map;

/// One job while it is worked on. `step` and `progress` end the work, by an exception that is not to be
/// caught, when the server stops or when another server has taken the job over.
public interface JobRun {

    JobId id();

    Map<String, String> payload();

    /// Who asked for it.
    Actor actor();

    /// Makes sure, in the transaction at hand, that nobody else works on the job, and lets nobody begin until the
    /// transaction ends. What a later attempt wipes, or takes to be the end, is written only so.
    void confirm();

    /// Says what is being done from now on.
    ///
    /// @param words  for people, "reads the document"
    void step(String words);

    /// Says how far the step is; may be called as often as one likes.
    ///
    /// @param total  0 when nobody knows
    void progress(long done, long total);
}
