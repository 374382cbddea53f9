package dev.ward.assessment;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import java.io.IOException;
import java.io.InputStream;

/// Takes tables of past decisions that need nobody to look at them first: their headings tell what their columns are.
public interface PastFiles {

    /// Has a file read, and what it says applied; rows that are refused are listed.
    ///
    /// @return the job
    /// @throws IOException  when the stream breaks off; then nothing was received
    /// @throws dev.ward.web.ProblemException  when it is no table, or its headings do not tell enough
    Job take(Actor actor, Reader reader, String name, InputStream in) throws IOException;
}
