package dev.ward.regulation.web;

import dev.ward.regulation.CaseDue;
import dev.ward.web.PageSection;

/// A part of the page of what is due for a case: adverse events, the worksheet, drafts.
interface DuePart extends PageSection<CaseDue> {}
