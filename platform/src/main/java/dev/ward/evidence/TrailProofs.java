package dev.ward.evidence;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.Reader;
import dev.ward.job.Job;
import dev.ward.job.Jobs;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has the trail proved while people wait for nothing, one proof at a time.
@Component
public class TrailProofs {

    private final Jobs jobs;
    private final AuditTrail trail;

    TrailProofs(Jobs jobs, AuditTrail trail) {
        this.jobs = jobs;
        this.trail = trail;
    }

    /// Begins a proof. Where one is under way already, that one is given, and nothing more is recorded.
    @Transactional
    public Job ask(Actor actor, Reader reader) {
        if (!reader.sighted()) {
            throw ProblemException.of(
                    Problem.FORBIDDEN, "The proof is of the whole chain, and you do not see everything here.");
        }
        return jobs.underWay(TrailProofWork.KIND).orElseGet(() -> {
            Job job = jobs.submit(TrailProofWork.KIND, "Proof of the audit trail", Map.of(), actor);
            trail.record(actor, Act.of("audit.proof-asked", "job", job.id().toString()));
            return job;
        });
    }

    /// The proof that was asked for last, whether it has ended or not.
    public Optional<Job> newest(Reader reader) {
        return jobs.newest(reader, TrailProofWork.KIND);
    }
}
