package dev.ward.device.web;

import dev.ward.identity.Permission;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeviceNavigation {

    @Bean
    NavigationEntry devicesEntry() {
        return new NavigationEntry(Section.DEVICES, "Devices", "/devices", Permission.DEVICE_READ.name(), 10);
    }

    @Bean
    NavigationEntry fleetEntry() {
        return new NavigationEntry(Section.DEVICES, "Fleet", "/fleet", Permission.DEVICE_READ.name(), 15);
    }

    @Bean
    NavigationEntry populationsEntry() {
        return new NavigationEntry(
                Section.DEVICES, "Without serials", "/populations", Permission.DEVICE_READ.name(), 20);
    }

    @Bean
    NavigationEntry shipmentsEntry() {
        return new NavigationEntry(Section.DEVICES, "Shipments", "/shipments", Permission.DEVICE_READ.name(), 50);
    }

    @Bean
    NavigationEntry reconciliationEntry() {
        return new NavigationEntry(
                Section.DEVICES, "Reconciliation", "/devices/reconciliation", Permission.DEVICE_READ.name(), 60);
    }

    @Bean
    NavigationEntry importsEntry() {
        return new NavigationEntry(Section.DEVICES, "Imports", ImportPages.LIST, Permission.DEVICE_WRITE.name(), 70);
    }
}
