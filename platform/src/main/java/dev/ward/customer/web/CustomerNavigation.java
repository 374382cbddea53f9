package dev.ward.customer.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerNavigation {

    @Bean
    NavigationEntry customersEntry() {
        return new NavigationEntry(Section.DEVICES, "Customers", "/customers", Permission.DEVICE_READ.name(), 40);
    }
}
