package dev.ward.lifecycle;

import dev.ward.assessment.UpdateDue;
import dev.ward.assessment.UpdatesDue;
import dev.ward.web.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What of the design is stale.
@Component
class DesignChecks implements Checks {

    static final String DOCUMENTS = "documents-current";

    private final UpdatesDue updates;

    DesignChecks(UpdatesDue updates) {
        this.updates = updates;
    }

    @Override
    public Map<String, Check> byName() {
        return Map.of(DOCUMENTS, (question, _) -> documents(question));
    }

    private Answered documents(GateQuestion question) {
        String page = "/updates-due?product=" + question.release().product();
        List<UpdateDue> due =
                updates.awaited(question.reader(), question.release().id().value());
        return due.isEmpty()
                ? Answered.met("No decision has made one stale that is not updated.", page)
                : Answered.notMet(
                        "%s by decisions: %s."
                                .formatted(
                                        Words.counted(due.size(), "update is asked for", "updates are asked for"),
                                        due.stream()
                                                .map(one -> one.artefact().title() + " (" + one.vulnerability() + ")")
                                                .collect(Collectors.joining(", "))),
                        due.size(),
                        page);
    }
}
