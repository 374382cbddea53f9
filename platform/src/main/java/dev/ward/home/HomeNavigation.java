package dev.ward.home;

import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HomeNavigation {

    @Bean
    NavigationEntry homeEntry() {
        return new NavigationEntry(Section.HOME, "Home", "/", null, 0);
    }

    @Bean
    NavigationEntry workEntry() {
        return new NavigationEntry(Section.HOME, "My work", "/work", null, 10);
    }
}
