package dev.ward.standards.osv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EcosystemsTest {

    /// Ecosystems whose packages have no package URL of a registered type.
    private static final Set<String> WITHOUT_PURL =
            Set.of("Android", "Docker Hardened Images", "FreeBSD", "GHC", "Linux", "OSS-Fuzz", "TuxCare");

    @Test
    void knowsEveryEcosystemOfTheFormat() {
        Path file = RealFiles.need("osv-schema/ecosystems.json");
        JsonNode ecosystems = JsonMapper.shared().readTree(file.toFile());
        Collection<String> names = ecosystems.propertyNames();
        assertThat(names).hasSize(48);
        assertThat(names)
                .filteredOn(name -> !Ecosystems.named(name, "a/b").known())
                .containsExactly("Root");
        assertThat(Ecosystems.named("Root:PyPI", "a").purl()).hasToString("pkg:pypi/a");
        assertThat(names)
                .filteredOn(name -> !name.equals("Root")
                        && Ecosystems.named(name, "b.c:d/e").purl() == null)
                .containsExactlyInAnyOrderElementsOf(WITHOUT_PURL);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    Go                    | github.com/gin-gonic/gin  | pkg:golang/github.com/gin-gonic/gin       | -
                    Go                    | stdlib                    | pkg:golang/stdlib                         | -
                    npm                   | @babel/core               | pkg:npm/%40babel/core                     | -
                    npm                   | lodash                    | pkg:npm/lodash                            | -
                    Maven                 | org.apache.commons:io     | pkg:maven/org.apache.commons/io           | -
                    Maven:https://x.test  | a:b                       | pkg:maven/a/b                             | -
                    crates.io             | serde                     | pkg:cargo/serde                           | -
                    PyPI                  | Foo_Bar                   | pkg:pypi/foo-bar                          | -
                    RubyGems              | rails                     | pkg:gem/rails                             | -
                    Packagist             | symfony/http-kernel       | pkg:composer/symfony/http-kernel          | -
                    NuGet                 | Newtonsoft.Json           | pkg:nuget/Newtonsoft.Json                 | -
                    GitHub Actions        | actions/checkout          | pkg:github/actions/checkout               | -
                    SwiftURL              | https://github.com/a/b.git| pkg:swift/github.com/a/b                  | -
                    Debian:12             | openssl                   | pkg:deb/debian/openssl                    | 12
                    Debian:sid            | openssl                   | pkg:deb/debian/openssl                    | sid
                    Ubuntu:22.04:LTS      | openssl                   | pkg:deb/ubuntu/openssl                    | 22.04
                    Ubuntu:Pro:18.04:LTS  | openssl                   | pkg:deb/ubuntu/openssl                    | 18.04
                    Alpine:v3.16          | musl                      | pkg:apk/alpine/musl                       | 3.16
                    Alpine                | musl                      | pkg:apk/alpine/musl                       | -
                    Rocky Linux:9         | bash                      | pkg:rpm/rocky/bash                        | 9
                    openSUSE:Leap 15.4    | bash                      | pkg:rpm/opensuse/bash                     | Leap 15.4
                    Red Hat:rhel_aus:8.4::appstream | bash            | pkg:rpm/redhat/bash                       | rhel_aus:8.4::appstream
                    Wolfi                 | bash                      | pkg:apk/wolfi/bash                        | -
                    Bitnami               | apache                    | pkg:bitnami/apache                        | -
                    Root:Alpine:3.18      | root-bash                 | pkg:apk/alpine/root-bash                  | 3.18
                    VSCode                | ms.python                 | pkg:vscode-extension/ms/python            | -
                    Kubernetes            | k8s.io/apiserver          | pkg:golang/k8s.io/apiserver               | -
                    """)
    void makesPackageUrls(String ecosystem, String name, String purl, String release) {
        Ecosystems.Named named = Ecosystems.named(ecosystem, name);
        assertThat(named.purl()).hasToString(purl);
        assertThat(named.release()).isEqualTo(release);
    }

    @Test
    void saysWhenAnEcosystemIsUnknown() {
        assertThat(Ecosystems.named("Nowhere:1", "a")).isEqualTo(new Ecosystems.Named(false, null, null));
    }
}
