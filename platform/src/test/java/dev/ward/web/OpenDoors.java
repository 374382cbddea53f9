package dev.ward.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// Lets everyone in, until `identity` stands.
@Configuration(proxyBeanMethods = false)
public class OpenDoors {

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'; object-src 'none'";

    @Bean
    SecurityFilterChain everyoneIn(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
                .build();
    }

    @Bean
    Viewer everybody() {
        return new Viewer() {
            @Override
            public boolean signedIn() {
                return true;
            }

            @Override
            public String name() {
                return "Ada Lovelace";
            }

            @Override
            public String role() {
                return "Product security";
            }

            @Override
            public boolean may(String permission) {
                return true;
            }
        };
    }
}
