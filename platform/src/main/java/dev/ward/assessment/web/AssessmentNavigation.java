package dev.ward.assessment.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssessmentNavigation {

    @Bean
    NavigationEntry assessmentEntry() {
        return new NavigationEntry(Section.DECIDE, "Assessments", "/assessments", Permission.FINDING_READ.name(), 10);
    }

    @Bean
    NavigationEntry controlsEntry() {
        return new NavigationEntry(
                Section.DECIDE, "Compensating controls", "/compensating-controls", Permission.FINDING_READ.name(), 15);
    }

    @Bean
    NavigationEntry updatesDueEntry() {
        return new NavigationEntry(
                Section.DECIDE, "Documents to be updated", "/updates-due", Permission.FINDING_READ.name(), 30);
    }

    @Bean
    NavigationEntry vexEntry() {
        return new NavigationEntry(Section.DECIDE, "VEX documents", "/vex", Permission.FINDING_READ.name(), 35);
    }

    @Bean
    NavigationEntry riskEntry() {
        return new NavigationEntry(Section.DECIDE, "Risk", "/risk", Permission.FINDING_READ.name(), 20);
    }

    @Bean
    NavigationEntry pastDecisionsEntry() {
        return new NavigationEntry(
                Section.DECIDE, "Past decisions", PastDecisionPages.LIST, Permission.FINDING_READ.name(), 40);
    }

    @Bean
    NavigationEntry screeningEntry() {
        return new NavigationEntry(Section.DECIDE, "Screening", "/screenings", Permission.FINDING_READ.name(), 30);
    }
}
