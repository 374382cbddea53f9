package dev.ward.regulation.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HolidayNavigation {

    @Bean
    NavigationEntry holidaysEntry() {
        return new NavigationEntry(Section.DUE, "Holidays", "/due/holidays", Permission.OBLIGATION_READ.name(), 80);
    }
}
