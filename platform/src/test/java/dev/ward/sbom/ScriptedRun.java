package dev.ward.sbom;

import dev.ward.audit.Actor;
import dev.ward.database.Uuids;
import dev.ward.job.JobId;
import dev.ward.job.JobRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run of a job that notes its steps, and breaks off where a test wants it to.
final class ScriptedRun implements JobRun {

    /// What a killed process looks like to the work: it simply does not go on.
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    final List<String> steps = new ArrayList<>();
    private final Map<String, String> payload;
    private final @Nullable String breakAt;

    ScriptedRun(Map<String, String> payload, @Nullable String breakAt) {
        this.payload = payload;
        this.breakAt = breakAt;
    }

    static ScriptedRun of(SnapshotId snapshot) {
        return new ScriptedRun(Map.of(IngestWork.SNAPSHOT, snapshot.toString()), null);
    }

    static ScriptedRun breakingAt(String step, SnapshotId snapshot) {
        return new ScriptedRun(Map.of(IngestWork.SNAPSHOT, snapshot.toString()), step);
    }

    @Override
    public JobId id() {
        return new JobId(Uuids.next());
    }

    @Override
    public Map<String, String> payload() {
        return payload;
    }

    @Override
    public Actor actor() {
        return Actor.machine("test");
    }

    @Override
    public void confirm() {}

    @Override
    public void step(String words) {
        if (words.equals(breakAt)) {
            throw new Killed();
        }
        steps.add(words);
    }

    @Override
    public void progress(long done, long total) {}
}
