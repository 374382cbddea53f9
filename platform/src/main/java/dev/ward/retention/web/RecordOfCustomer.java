package dev.ward.retention.web;

import dev.ward.customer.Customer;
import dev.ward.customer.CustomerSection;
import dev.ward.retention.RecordKind;
import dev.ward.retention.RecordName;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What holds a customer and was purged of it, on its page.
@Component
class RecordOfCustomer implements CustomerSection {

    private final RecordSection section;

    RecordOfCustomer(RecordSection section) {
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
    public Map<String, Object> model(Customer subject) {
        return section.model(new RecordName(RecordKind.CUSTOMER, subject.id().toString()));
    }

    @Override
    public int order() {
        return RecordSection.ORDER;
    }

    @Override
    public String permission() {
        return RecordKind.CUSTOMER.permission().name();
    }
}
