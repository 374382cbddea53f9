package dev.ward.correction.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CorrectionNavigation {

    @Bean
    NavigationEntry pastCorrectionsEntry() {
        return new NavigationEntry(
                Section.DUE,
                PastCorrectionPages.TITLE,
                PastCorrectionPages.LIST,
                Permission.OBLIGATION_READ.name(),
                70);
    }
}
