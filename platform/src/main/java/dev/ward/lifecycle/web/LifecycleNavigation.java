package dev.ward.lifecycle.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LifecycleNavigation {

    @Bean
    NavigationEntry lifecycleEntry() {
        return entry("Lifecycle", "/lifecycle", 30);
    }

    @Bean
    NavigationEntry legacyEntry() {
        return entry("Legacy register", "/legacy", 31);
    }

    private static NavigationEntry entry(String title, String path, int order) {
        return new NavigationEntry(Section.PRODUCTS, title, path, Permission.PRODUCT_READ.name(), order);
    }
}
