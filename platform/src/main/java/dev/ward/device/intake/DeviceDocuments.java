package dev.ward.device.intake;

import dev.ward.document.DocumentKeeper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which documents are kept here.
@Component
class DeviceDocuments implements DocumentKeeper {

    private final JdbcClient jdbc;

    DeviceDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keeps(String sha256) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM device.import d WHERE d.sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }
}
