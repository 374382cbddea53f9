package dev.ward.report.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportNavigation {

    @Bean
    NavigationEntry manufacturerEntry() {
        return new NavigationEntry(
                Section.DUE,
                ManufacturerPages.TITLE,
                ManufacturerPages.HERE,
                Permission.OBLIGATION_READ.name(),
                70);
    }
}
