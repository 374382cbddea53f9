package dev.ward.regulation.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IsaoNavigation {

    @Bean
    NavigationEntry isaosEntry() {
        return new NavigationEntry(Section.DUE, "ISAOs", "/due/isaos", Permission.OBLIGATION_READ.name(), 60);
    }
}
