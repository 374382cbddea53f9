package dev.ward.retention.web;

import dev.ward.customer.Contact;
import dev.ward.customer.ContactSection;
import dev.ward.retention.RecordKind;
import dev.ward.retention.RecordName;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What holds a contact and was purged of it, on its page.
@Component
class RecordOfContact implements ContactSection {

    private final RecordSection section;

    RecordOfContact(RecordSection section) {
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
    public Map<String, Object> model(Contact subject) {
        return section.model(new RecordName(RecordKind.CONTACT, subject.id().toString()));
    }

    @Override
    public int order() {
        return RecordSection.ORDER;
    }

    @Override
    public String permission() {
        return RecordKind.CONTACT.permission().name();
    }
}
