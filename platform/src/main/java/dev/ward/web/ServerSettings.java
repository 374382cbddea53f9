package dev.ward.web;

import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Fits the web server to its place, which is behind a proxy that speaks TLS, or alone on the loopback address.
@Configuration(proxyBeanMethods = false)
class ServerSettings {

    /// @param proxies  from which the client's address in `X-Forwarded-For` is believed
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> place(
            PublicAddress address, @Value("${ward.trusted-proxies:127.0.0.0/8, ::1/128}") String proxies) {
        return factory -> {
            if (address.isSet()) {
                factory.addConnectorCustomizers(connector -> answerAs(address, connector));
            }
            factory.addEngineValves(clients(proxies));
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass("");
                    host.getPipeline().addValve(new PlainErrors());
                }
            });
        };
    }

    /// Whatever a request says, its scheme, host and port are those of the public address.
    private static void answerAs(PublicAddress address, Connector connector) {
        connector.setScheme(address.scheme());
        connector.setSecure(address.isSecure());
        connector.setProxyName(address.host());
        connector.setProxyPort(address.port());
    }

    /// The address of a client, for the counting of sign-ins. Other headers of proxies are not read.
    private static RemoteIpValve clients(String proxies) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setRemoteIpHeader("X-Forwarded-For");
        check(proxies);
        valve.setInternalProxies(proxies);
        valve.setProtocolHeader(null);
        return valve;
    }

    /// The container takes any text for a pattern, which then means no proxy or another one.
    static void check(String proxies) {
        for (String place : proxies.isBlank() ? new String[0] : proxies.split(",", -1)) {
            String[] parts = place.strip().split("/", 2);
            try {
                int bits = InetAddress.ofLiteral(parts[0]).getAddress().length * Byte.SIZE;
                int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : bits;
                if (prefix < 0 || prefix > bits) {
                    throw new IllegalArgumentException("\"%s\" has %d bits".formatted(parts[0], bits));
                }
            } catch (IllegalArgumentException e) {
                throw new SettingTrouble(
                        "WARD_TRUSTED_PROXIES is \"%s\"; write addresses or networks, parted by commas: 10.1.2.3, 10.9.0.0/16"
                                .formatted(proxies),
                        e);
            }
        }
    }
}
