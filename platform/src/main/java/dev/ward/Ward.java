package dev.ward;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The server. Each direct sub-package is a module; `ARCHITECTURE.md` says what each may use.
@SpringBootApplication
@EnableScheduling
@Modulithic(
        systemName = "Ward",
        sharedModules = {"audit", "database", "identity", "job", "document", "web"})
public class Ward {

    public static void main(String[] arguments) {
        SpringApplication.run(Ward.class, arguments);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
