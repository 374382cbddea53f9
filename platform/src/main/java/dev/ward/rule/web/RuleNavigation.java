package dev.ward.rule.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RuleNavigation {

    @Bean
    NavigationEntry ruleEntry() {
        return new NavigationEntry(Section.DECIDE, "Rules", "/rules", Permission.FINDING_READ.name(), 40);
    }
}
