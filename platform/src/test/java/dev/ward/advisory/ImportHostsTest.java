package dev.ward.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportHostsTest {

    private static final ImportHosts HOSTS =
            new ImportHosts(List.of("Feeds.example", "other.example:8443"), List.of("[fd00::7]:*", "mirror.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://feeds.example/all.zip",
                "https://FEEDS.example/",
                "https://feeds.example:443/",
                "https://other.example:8443/",
                "http://[fd00::7]:81/",
                "http://mirror.example/osv?ecosystem=npm"
            })
    void allowsTheHostsThatTheOperatorNames(String address) throws IOException {
        assertThat(HOSTS.allowed(URI.create(address))).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://feeds.example.evil.example/",
                "https://feeds.example:22/",
                "http://feeds.example:443/",
                "https://other.example/",
                "http://127.0.0.1/",
                "http://2130706433/",
                "http://[::1]/"
            })
    void refusesAllOthersAndNamesTheSetting(String address) {
        assertThatThrownBy(() -> HOSTS.allowed(URI.create(address))).hasMessageContaining("WARD_IMPORT_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://feeds.example/",
                "file:///etc/passwd",
                "jar:https://feeds.example/!/",
                "https://user:secret@feeds.example/",
                "https://user:sec@ret@feeds.example/",
                "feeds.example"
            })
    void refusesWhatIsNoPlainAddressWithoutTellingItsPassword(String address) {
        assertThatThrownBy(() -> HOSTS.allowed(URI.create(address)))
                .hasMessageContaining("must begin with https:// or http://")
                .hasMessageNotContaining("sec");
    }

    @Test
    void fetchesFromOutsideByHttpsAlone() {
        assertThatThrownBy(() -> HOSTS.allowed(URI.create("http://feeds.example/all.zip")))
                .hasMessageContaining("must come by https");
    }

    @Test
    void showsAnAddressWithoutItsQuestion() {
        assertThat(ImportHosts.shown(URI.create("https://feeds.example:8443/a.json?key=secret#x")))
                .isEqualTo("https://feeds.example:8443/a.json?…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "::1",
                "0.0.0.0",
                "::",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "224.0.0.1",
                "255.255.255.255",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::1",
                "198.18.0.1",
                "192.0.0.8"
            })
    void takesNoAddressThatIsNotPublic(String address) throws IOException {
        assertThat(AddressKind.notPublic(InetAddress.ofLiteral(address))).isNotEmpty();
        assertThatThrownBy(() -> HOSTS.addresses(address)).hasMessageContaining("WARD_IMPORT_INTERNAL_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "11.0.0.1", "2606:4700::1", "2a00:1450::1"})
    void takesPublicAddresses(String address) throws IOException {
        assertThat(HOSTS.addresses(address)).containsExactly(InetAddress.ofLiteral(address));
    }

    @Test
    void takesNoneOfTheMachinesOwn() throws IOException {
        for (NetworkInterface one : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : one.inetAddresses().toList()) {
                assertThat(AddressKind.notPublic(address)).as("%s", address).isNotEmpty();
            }
        }
    }

    @Test
    void takesAnyAddressOfAHostThatTheOperatorCallsInternal() throws IOException {
        assertThat(HOSTS.addresses("fd00::7")).hasSize(1);
    }
}
