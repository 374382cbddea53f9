package dev.ward.retention.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecordNavigation {

    @Bean
    NavigationEntry recordEntry() {
        return new NavigationEntry(Section.PROGRAM, "Holds and purges", "/records", Permission.CASE_READ.name(), 80);
    }
}
