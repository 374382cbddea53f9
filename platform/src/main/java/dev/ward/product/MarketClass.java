package dev.ward.product;

import dev.ward.web.TypedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one market says of a device; null is what nobody has said.
///
/// @param market              the code of a [Market]
/// @param deviceClass         one of the market's classes
/// @param productCode         FDA product code, EMDN or GMDN code
/// @param classificationName  the name that belongs to the product code
/// @param rule                regulation number or rule of classification
/// @param listing             the number under which it is listed or registered
///
/// Source: 21 CFR 860.3; 21 CFR 806.10(c)(3) and (4); Regulation (EU) 2017/745, article 51 and annex VIII.
public record MarketClass(
        String market,
        @Nullable String deviceClass,
        @Nullable String productCode,
        @Nullable String classificationName,
        @Nullable String rule,
        @Nullable String listing) {

    public static final int LONGEST = 200;

    public MarketClass {
        Market where = Market.required("market", Objects.requireNonNullElse(market, ""));
        deviceClass = TypedText.optional("deviceClass", deviceClass, LONGEST);
        productCode = TypedText.optional("productCode", productCode, LONGEST);
        classificationName = TypedText.optional("classificationName", classificationName, LONGEST);
        rule = TypedText.optional("rule", rule, LONGEST);
        listing = TypedText.optional("listing", listing, LONGEST);
        if (deviceClass != null && !where.classes().contains(deviceClass)) {
            throw TypedText.refused(
                    "deviceClass",
                    "\"%s\" is no class of %s. The classes are: %s."
                            .formatted(deviceClass, where.name(), String.join(", ", where.classes())),
                    "is no class of " + where.name());
        }
        where.productCode().check("productCode", productCode);
        where.rule().check("rule", rule);
    }

    public Market where() {
        return Market.required("market", market);
    }

    List<Fact> facts() {
        Market where = where();
        String name = "classification." + market + ".";
        String label = where.name() + ": ";
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(name + "deviceClass", label + "class", Objects.requireNonNullElse(deviceClass, "Not known")));
        facts.add(new Fact(name + "productCode", label + where.productCode().name(), productCode));
        facts.add(new Fact(name + "classificationName", label + "classification name", classificationName));
        facts.add(new Fact(name + "rule", label + where.rule().name(), rule));
        facts.add(new Fact(name + "listing", label + where.listing(), listing));
        return facts;
    }
}
