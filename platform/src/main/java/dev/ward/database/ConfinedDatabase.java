package dev.ward.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Stands before the pool, so that nobody reaches it around the confinement.
@Configuration(proxyBeanMethods = false)
class ConfinedDatabase {

    @Bean
    static BeanPostProcessor confinedPool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new ConfinedDataSource(pool) : bean;
            }
        };
    }
}
