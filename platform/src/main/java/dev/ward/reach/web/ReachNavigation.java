package dev.ward.reach.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReachNavigation {

    @Bean
    NavigationEntry reachEntry() {
        return new NavigationEntry(Section.DEVICES, "Which are reached?", "/reach", Permission.DEVICE_READ.name(), 20);
    }
}
