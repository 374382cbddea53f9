package dev.ward.portal;

import dev.ward.customer.ContactId;
import dev.ward.identity.Reader;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The contacts of a customer, for that customer.
@Service
@Transactional(readOnly = true)
public class OwnContacts {

    private final OwnContactRepository contacts;

    OwnContacts(OwnContactRepository contacts) {
        this.contacts = contacts;
    }

    /// By name.
    public List<OwnContact> list(Reader reader) {
        return contacts.list(reader);
    }

    /// @throws dev.ward.web.ProblemException  when there is none that the reader sees
    public OwnContact get(Reader reader, ContactId id) {
        return contacts.get(reader, id);
    }
}
