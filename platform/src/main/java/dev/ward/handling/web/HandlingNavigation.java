package dev.ward.handling.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HandlingNavigation {

    @Bean
    NavigationEntry casesEntry() {
        return new NavigationEntry(Section.CASES, "Cases", "/cases", Permission.CASE_READ.name(), 10);
    }

    @Bean
    NavigationEntry signalsEntry() {
        return new NavigationEntry(Section.CASES, "Signals", "/signals", Permission.SIGNAL_READ.name(), 20);
    }

    @Bean
    NavigationEntry affectedEntry() {
        return new NavigationEntry(Section.CASES, "Are we affected?", "/affected", Permission.CASE_READ.name(), 30);
    }

    @Bean
    NavigationEntry openingEntry() {
        return new NavigationEntry(Section.CASES, "Opening rule", "/case-rules", Permission.CASE_READ.name(), 40);
    }
}
