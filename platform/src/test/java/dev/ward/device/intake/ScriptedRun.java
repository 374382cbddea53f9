package dev.ward.device.intake;

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
    private final ImportId importId;
    private final @Nullable String breakAt;
    private final int progressBreak;
    private int progress;

    /// @param breakAt        the step at which it breaks off; null for none
    /// @param progressBreak  after how many words of progress it breaks off; negative for never
    ScriptedRun(ImportId importId, @Nullable String breakAt, int progressBreak) {
        this.importId = importId;
        this.breakAt = breakAt;
        this.progressBreak = progressBreak;
    }

    static ScriptedRun of(ImportId importId) {
        return new ScriptedRun(importId, null, -1);
    }

    @Override
    public JobId id() {
        return new JobId(Uuids.next());
    }

    @Override
    public Map<String, String> payload() {
        return Map.of(DeviceImportWork.IMPORT, importId.toString());
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
    public void progress(long done, long total) {
        if (progress++ == progressBreak) {
            throw new Killed();
        }
    }
}
