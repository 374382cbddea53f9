package dev.ward.retention.web;

import dev.ward.handling.Signal;
import dev.ward.handling.SignalSection;
import dev.ward.retention.RecordKind;
import dev.ward.retention.RecordName;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What holds a signal and was purged of it, on its page.
@Component
class RecordOfSignal implements SignalSection {

    private final RecordSection section;

    RecordOfSignal(RecordSection section) {
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
    public Map<String, Object> model(Signal subject) {
        return section.model(new RecordName(RecordKind.SIGNAL, subject.id().toString()));
    }

    @Override
    public int order() {
        return RecordSection.ORDER;
    }

    @Override
    public String permission() {
        return RecordKind.SIGNAL.permission().name();
    }
}
