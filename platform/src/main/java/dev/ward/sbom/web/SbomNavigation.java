package dev.ward.sbom.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SbomNavigation {

    @Bean
    NavigationEntry componentsEntry() {
        return new NavigationEntry(Section.PRODUCTS, "Components", "/components", Permission.SBOM_READ.name(), 20);
    }
}
