package dev.ward.regulation;

import dev.ward.web.PageSection;

/// A part of the page of what is due for a case: adverse events, the worksheet, drafts. Each module
/// contributes its own as beans.
public interface DuePart extends PageSection<CaseDue> {}
