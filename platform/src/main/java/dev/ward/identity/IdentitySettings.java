package dev.ward.identity;

import dev.ward.web.NavigationEntry;
import dev.ward.web.Section;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.servlet.handler.MappedInterceptor;

/// Puts the framework's filters and our gate before everything.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class IdentitySettings {

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'; object-src 'none'";

    /// Who may do what is the gate's business, behind the mapping, where the handler is known. The filters see
    /// to forged requests and to the headers.
    @Bean
    SecurityFilterChain filters(HttpSecurity http, CsrfTokens tokens) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // A browser sends no such header by itself, and beside it no cookie counts.
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(Bearer::isIn))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(hsts ->
                                hsts.maxAgeInSeconds(Duration.ofDays(365).toSeconds()))
                        .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
                        .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"))
                        .addHeaderWriter(new StaticHeadersWriter(
                                "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                .build();
    }

    /// Keeps the framework from making a user of its own.
    @Bean
    AuthenticationManager nobodyElse() {
        return authentication -> {
            throw new ProviderNotFoundException("people come in by the sign-in page");
        };
    }

    /// As a bean of this type it stands before every mapping, the framework's too.
    @Bean
    MappedInterceptor gateBeforeAll(Gate gate) {
        return new MappedInterceptor(null, gate);
    }

    @Bean
    NavigationEntry peopleEntry() {
        return new NavigationEntry(Section.SETTINGS, "People", "/settings/people", "ACCOUNT_READ", 10);
    }

    @Bean
    NavigationEntry tokensEntry() {
        return new NavigationEntry(Section.SETTINGS, "API tokens", "/settings/tokens", "TOKEN_WRITE", 20);
    }

    @Bean
    NavigationEntry myAccountEntry() {
        return new NavigationEntry(Section.SETTINGS, "My account", "/account", null, 90);
    }
}
