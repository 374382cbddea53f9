package dev.ward.inspection;

import dev.ward.handling.CaseNumber;
import dev.ward.identity.AccountId;
import dev.ward.product.ProductId;
import dev.ward.web.TypedText;
import java.time.LocalDate;
import java.util.List;

/// What somebody says to open an inspection. A [dev.ward.web.ProblemException] says what cannot be taken.
public record InspectionDraft(
        AccountId account,
        String inspector,
        String authority,
        List<ProductId> products,
        List<CaseNumber> cases,
        LocalDate from,
        LocalDate until,
        LocalDate lastDay) {

    private static final int LONGEST = 200;
    private static final int MOST = 200;

    public InspectionDraft {
        inspector = TypedText.required("inspector", inspector, LONGEST);
        authority = TypedText.required("authority", authority, LONGEST);
        products = products.stream().distinct().toList();
        cases = cases.stream().distinct().toList();
        TypedText.checkDate("from", from);
        TypedText.checkDate("until", until);
        TypedText.checkDate("lastDay", lastDay);
        if (products.isEmpty() && cases.isEmpty()) {
            throw TypedText.refused("products", "Name a product or a case at least.", "are missing, and cases too");
        }
        if (products.size() > MOST || cases.size() > MOST) {
            throw TypedText.refused(
                    "products", "No more than %d of each are taken.".formatted(MOST), "or cases are more than " + MOST);
        }
        if (until.isBefore(from)) {
            throw TypedText.refused("until", "The period ends before it begins.", "lies before the first day");
        }
    }
}
