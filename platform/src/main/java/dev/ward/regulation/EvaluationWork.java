package dev.ward.regulation;

import dev.ward.job.JobRun;
import dev.ward.job.JobWork;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Judges all cases anew when the book by which they are judged became another. It may be begun again at
/// any time, as what is found follows from what is kept.
@Component
class EvaluationWork implements JobWork {

    static final String KIND = "regulation.evaluation";

    private final Evaluations evaluations;
    private final MoveRepository moves;

    EvaluationWork(Evaluations evaluations, MoveRepository moves) {
        this.evaluations = evaluations;
        this.moves = moves;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int most() {
        return 1;
    }

    @Override
    public Map<String, String> run(JobRun run) {
        Instant begun = evaluations.now();
        run.step("finds what is due for each case");
        long cases = evaluations.lookAtAll(run::progress);
        MoveRepository.Counted moved = moves.since(begun);
        Map<String, String> result = new TreeMap<>();
        result.put("cases", Long.toString(cases));
        result.put("dates that moved", Long.toString(moved.all()));
        result.put("of these, over before and open again", Long.toString(moved.reopened()));
        return result;
    }
}
