package dev.ward.portal;

import dev.ward.product.ProductId;
import dev.ward.web.Worded;

/// Whether customers get the SBOMs of a product.
///
/// Of a product of which nobody has said anything it is [Rule#NEVER].
public record SbomPolicy(ProductId product, String productName, Rule rule) {

    public enum Rule implements Worded {
        NEVER("Never"),
        ON_REQUEST("On request"),
        ALWAYS("Always");

        private final String title;

        Rule(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }
}
