package dev.ward.identity;

import dev.ward.web.BrowserRules;
import dev.ward.web.NavigationEntry;
import dev.ward.web.PublicAddress;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.servlet.handler.MappedInterceptor;

/// Puts the framework's filters and our gate before everything.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class IdentitySettings {

    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]", "0:0:0:0:0:0:0:1");

    private static final String FORGED = "This form was not sent from a page of your present sign-in. Load its page"
            + " again, and send it from there.";

    /// Who may do what is the gate's business, behind the mapping, where the handler is known. The filters see
    /// to forged requests and to the headers.
    @Bean
    SecurityFilterChain filters(HttpSecurity http, CsrfTokens tokens) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf ->
                        csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(IdentitySettings::cannotBeForged))
                .exceptionHandling(troubles -> troubles.accessDeniedHandler((request, response, denied) -> {
                    Refusals.log("a form without this session's token", null, request);
                    response.sendError(HttpServletResponse.SC_FORBIDDEN, FORGED);
                }))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(BrowserRules.CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(hsts ->
                                hsts.maxAgeInSeconds(Duration.ofDays(365).toSeconds()))
                        .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
                        .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"))
                        .addHeaderWriter(new StaticHeadersWriter(
                                "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                .build();
    }

    /// A browser sends no token of the API by itself, and beside it no cookie counts. Without either the API's gate
    /// asks for one.
    private static boolean cannotBeForged(HttpServletRequest request) {
        return Bearer.isIn(request)
                || (Bearer.opens(request) && SessionCookie.read(request).isEmpty());
    }

    /// Without a public address Ward is for this machine alone, and answers to no other name: neither to one that a
    /// foreign page lets point here, nor in a link that somebody else's header would fill in.
    @Bean
    HttpFirewall firewall(PublicAddress address) {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        if (!address.isSet()) {
            firewall.setAllowedHostnames(LOCAL::contains);
        }
        return firewall;
    }

    @Bean
    RequestRejectedHandler refusals() {
        return (request, response, refusal) -> {
            Refusals.log("a request that only attackers and broken programs send", null, request);
            BrowserRules.write(request, response);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter()
                    .write(
                            LOCAL.contains(request.getServerName())
                                    ? "400 Bad Request\n"
                                    : "400 Bad Request: this Ward does not know itself by the name in the address. Its"
                                            + " operator sets WARD_PUBLIC_URL.\n");
        };
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
