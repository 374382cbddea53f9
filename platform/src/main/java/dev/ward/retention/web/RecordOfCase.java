package dev.ward.retention.web;

import dev.ward.handling.CaseSection;
import dev.ward.handling.VulnerabilityCase;
import dev.ward.retention.RecordKind;
import dev.ward.retention.RecordName;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What holds a case and was purged of it, on its page.
@Component
class RecordOfCase implements CaseSection {

    private final RecordSection section;

    RecordOfCase(RecordSection section) {
        this.section = section;
    }

    @Override
    public String title() {
        return RecordSection.TITLE;
    }

    @Override
    public String view() {
        return RecordSection.VIEW;
    }

    @Override
    public Map<String, Object> model(VulnerabilityCase subject) {
        return section.model(new RecordName(RecordKind.CASE, subject.number().text()));
    }

    @Override
    public int order() {
        return RecordSection.ORDER;
    }

    @Override
    public String permission() {
        return RecordKind.CASE.permission().name();
    }
}
