package dev.ward.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.RestClientOfTests;
import dev.ward.WardTest;
import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.identity.TestCallers;
import dev.ward.lifecycle.Markets;
import dev.ward.lifecycle.Stage;
import dev.ward.lifecycle.StageDraft;
import dev.ward.lifecycle.StageScope;
import dev.ward.lifecycle.Stages;
import dev.ward.product.DeviceType;
import dev.ward.product.ProductId;
import dev.ward.product.Profiles;
import dev.ward.product.Purpose;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class ProductLivesTest {

    private static final Actor ACTOR = Actor.machine("test");
    private static final Reader READER = Reader.machine("test");

    private final ProductLives lives;
    private final Profiles profiles;
    private final Stages stages;
    private final Markets markets;
    private final RestClientOfTests ward;

    @Autowired
    ProductLivesTest(
            ProductLives lives,
            Profiles profiles,
            Stages stages,
            Markets markets,
            TestCallers callers,
            @LocalServerPort int port) {
        this.markets = markets;
        this.lives = lives;
        this.profiles = profiles;
        this.stages = stages;
        this.ward = new RestClientOfTests(port, callers.token("administrator"));
    }

    private ProductId product() {
        String release = ward.release("Lamp " + UUID.randomUUID(), "1");
        return ProductId.of(ward.get("/releases/" + release).at("/product").asString());
    }

    private void say(ProductId product, String market, LocalDate outOfSale) {
        StageDraft draft = new StageDraft(market, Stage.LIMITED_SUPPORT, null, outOfSale, "Sold out");
        stages.say(ACTOR, READER, StageScope.of(product), draft, null);
    }

    @Test
    void endsWhenTheLastReleaseOutOfSaleHasLivedAsLongAsItsProfileSays() {
        ProductId product = product();
        assertThat(lives.of(READER, product).ends()).isNull();

        say(product, "*", LocalDate.of(2020, 3, 1));
        assertThat(lives.of(READER, product).lastSold()).isEqualTo("2020-03-01");
        assertThat(lives.of(READER, product).ends())
                .as("nobody said how long it lives")
                .isNull();

        profiles.save(ACTOR, READER, new DeviceType(product, null), 0, new Purpose("Lamp", null, null, null, 10));
        assertThat(lives.of(READER, product).ends()).isEqualTo("2030-03-01");
    }

    @Test
    void hasNoEndWhileItIsSoldOnOneMarket() {
        ProductId product = product();
        if (markets.find("US").isEmpty()) {
            markets.add(ACTOR, "US", "United States", "UTC");
        }
        LocalDate later = LocalDate.now(ZoneOffset.UTC).plusYears(1);
        say(product, "US", later);
        say(product, "*", LocalDate.of(2020, 3, 1));
        profiles.save(ACTOR, READER, new DeviceType(product, null), 0, new Purpose("Lamp", null, null, null, 10));

        assertThat(lives.of(READER, product).lastSold()).isNull();
        assertThat(lives.of(READER, product).ends()).isNull();
    }

    @Test
    void hasNoEndWhileOfOneMarketNothingIsSaid() {
        ProductId product = product();
        for (String market : List.of("US", "QX")) {
            if (markets.find(market).isEmpty()) {
                markets.add(ACTOR, market, "Market " + market, "UTC");
            }
        }
        say(product, "US", LocalDate.of(2020, 3, 1));
        assertThat(lives.of(READER, product).lastSold())
                .as("of the other market nothing is said")
                .isNull();

        say(product, "*", LocalDate.of(2021, 3, 1));
        assertThat(lives.of(READER, product).lastSold()).isEqualTo("2021-03-01");
    }
}
