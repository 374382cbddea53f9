package dev.ward.performance.web;

import dev.ward.identity.Visibility;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.PerformanceWord;
import dev.ward.performance.Subject;
import dev.ward.web.Page;
import dev.ward.web.Section;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Where the pages of a model's essential performance are.
@Component
class PerformancePlaces {

    private final EssentialPerformances performances;
    private final PerformanceWord word;
    private final Visibility visibility;

    PerformancePlaces(EssentialPerformances performances, PerformanceWord word, Visibility visibility) {
        this.performances = performances;
        this.word = word;
        this.visibility = visibility;
    }

    /// @param id  of a model, or of a product
    Subject of(UUID id) {
        return performances.subject(visibility.reader(), id);
    }

    static String path(Subject subject) {
        return "/performance/" + subject.id();
    }

    /// The page of all of it; what lies below it goes on with [#below].
    Page top(String view, Subject subject) {
        Page page = Page.of(view, Section.PRODUCTS, "%s of %s".formatted(word.title(), subject.name()))
                .crumb("Products", "/products")
                .crumb(subject.productName(), "/products/" + subject.productId());
        if (subject.modelName() != null) {
            page.crumb(subject.modelName(), subject.path());
        }
        return page.with("subject", subject).with("word", word);
    }

    Page below(String view, Subject subject, String title) {
        Page page = Page.of(view, Section.PRODUCTS, title)
                .crumb("Products", "/products")
                .crumb(subject.productName(), "/products/" + subject.productId());
        if (subject.modelName() != null) {
            page.crumb(subject.modelName(), subject.path());
        }
        return page.crumb(word.title(), path(subject)).with("subject", subject).with("word", word);
    }
}
