package dev.ward.portal.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PortalNavigation {

    @Bean
    NavigationEntry portalEntry() {
        return own("Overview", "/portal", 10);
    }

    @Bean
    NavigationEntry ownDevicesEntry() {
        return own("Devices", "/portal/devices", 20);
    }

    @Bean
    NavigationEntry ownReleasesEntry() {
        return own("Releases", "/portal/releases", 30);
    }

    @Bean
    NavigationEntry ownClaimsEntry() {
        return own("Claims", "/portal/claims", 40);
    }

    @Bean
    NavigationEntry ownContactsEntry() {
        return own("Contacts", "/portal/contacts", 50);
    }

    @Bean
    NavigationEntry claimsEntry() {
        return new NavigationEntry(Section.DEVICES, "Claims", "/claims", Permission.PORTAL_DECIDE.name(), 60);
    }

    @Bean
    NavigationEntry sbomPoliciesEntry() {
        return new NavigationEntry(
                Section.PRODUCTS, "SBOMs for customers", "/sbom-policies", Permission.PORTAL_DECIDE.name(), 80);
    }

    private static NavigationEntry own(String title, String path, int order) {
        return new NavigationEntry(Section.PORTAL, title, path, Permission.PORTAL_READ.name(), order);
    }
}
