package dev.ward.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.0/8, ::1/128", "10.1.2.3", "10.1.2.3,10.9.0.0/16", "2001:db8::/32"})
    void takesAddressesAndNetworksOfProxies(String proxies) {
        assertThatCode(() -> ServerSettings.check(proxies)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"the proxy", "proxy.example", ".*", "10.1.2.3/33", "10.1.2.3/x", "10.1.2.3,,10.1.2.4", "::1/129"
            })
    void refusesWhatTheContainerWouldTakeForAPattern(String proxies) {
        assertThatThrownBy(() -> ServerSettings.check(proxies))
                .isInstanceOf(SettingTrouble.class)
                .hasMessageStartingWith("WARD_TRUSTED_PROXIES is \"%s\"; write addresses".formatted(proxies));
    }
}
