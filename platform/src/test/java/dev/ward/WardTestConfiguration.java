package dev.ward;

import dev.ward.database.SwitchedDataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// What tests of the whole server have in place of the real thing: only the database's address.
@TestConfiguration(proxyBeanMethods = false)
class WardTestConfiguration {

    @Bean
    @Primary
    SwitchedDataSource dataSource() {
        SwitchedDataSource dataSource = new SwitchedDataSource();
        dataSource.renew();
        return dataSource;
    }
}
