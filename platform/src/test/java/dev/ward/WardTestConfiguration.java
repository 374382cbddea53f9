package dev.ward;

import dev.ward.database.SwitchedDataSource;
import dev.ward.identity.CurrentActor;
import dev.ward.identity.SwitchedVisibility;
import dev.ward.identity.TemporarySight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// What tests of the whole server have in place of the real thing: the database's address, and a switch for what is to
/// be seen.
@TestConfiguration(proxyBeanMethods = false)
class WardTestConfiguration {

    @Bean
    @Primary
    SwitchedDataSource dataSource() {
        SwitchedDataSource dataSource = new SwitchedDataSource();
        dataSource.renew();
        return dataSource;
    }

    @Bean
    @Primary
    SwitchedVisibility switchedVisibility(CurrentActor current, ObjectProvider<TemporarySight> sights) {
        return new SwitchedVisibility(current, sights);
    }
}
