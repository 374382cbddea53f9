package dev.ward.standards.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.standards.input.Unread;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A document of 100,000 components, written while it is read, needs little more memory than one of ten.
class LargeSbomTest {

    private static final int COMPONENTS = 100_000;
    private static final long MOST_BYTES = 64L << 20;

    /// Counts what it is told and looks at the memory in use from time to time.
    private static final class Gauge implements SbomVisitor {

        private final long before = used();
        private int components;
        private int unread;
        private long most;

        @Override
        public void component(Component component) {
            components++;
            if (components % (COMPONENTS / 4) == 0) {
                most = Math.max(most, used() - before);
            }
        }

        @Override
        public void unread(Unread part) {
            unread++;
        }

        private static long used() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }

    @Test
    void readsCycloneDxJson() throws Exception {
        String hash = "e6b1000b94e835ffd37f4c6dcbdad43f4b48a02a";
        check(input(
                "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[",
                i -> """
                        {"type":"library","bom-ref":"ref-%1$d","name":"name-%1$d","version":"1.%1$d",
                         "hashes":[{"alg":"SHA-1","content":"%2$s"}],"licenses":[{"license":{"id":"MIT"}}]}%3$s""".formatted(i, hash, comma(i)),
                "],\"dependencies\":[",
                i -> "{\"ref\":\"ref-%d\",\"dependsOn\":[\"ref-%d\"]}%s".formatted(i, (i + 1) % COMPONENTS, comma(i)),
                "]}"));
    }

    @Test
    void readsCycloneDxXml() throws Exception {
        check(input(
                "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>",
                i -> "<component type=\"library\" bom-ref=\"ref-%1$d\"><name>n&amp;%1$d</name></component>\n"
                        .formatted(i),
                "</components><dependencies>",
                i -> "<dependency ref=\"ref-%d\"/>\n".formatted(i),
                "</dependencies></bom>"));
    }

    @Test
    void readsSpdx() throws Exception {
        check(input(
                "{\"spdxVersion\":\"SPDX-2.3\",\"packages\":[",
                i -> "{\"SPDXID\":\"ref-%1$d\",\"name\":\"name-%1$d\",\"downloadLocation\":\"NONE\"}%2$s"
                        .formatted(i, comma(i)),
                "],\"relationships\":[",
                i ->
                        "{\"spdxElementId\":\"ref-%d\",\"relationshipType\":\"DEPENDS_ON\",\"relatedSpdxElement\":\"ref-0\"}%s"
                                .formatted(i, comma(i)),
                "]}"));
    }

    private static void check(InputStream input) throws Exception {
        Gauge gauge = new Gauge();
        new SbomIntake(SbomIntake.Limits.USUAL).read("large", input, gauge);
        assertThat(gauge.components).isEqualTo(COMPONENTS);
        assertThat(gauge.unread).isZero();
        assertThat(gauge.most).isLessThan(MOST_BYTES);
    }

    private static String comma(int i) {
        return i == COMPONENTS - 1 ? "" : ",";
    }

    private static InputStream input(
            String start, IntFunction<String> component, String middle, IntFunction<String> dependency, String end) {
        Stream<String> parts = Stream.of(
                        Stream.of(start),
                        IntStream.range(0, COMPONENTS).mapToObj(component),
                        Stream.of(middle),
                        IntStream.range(0, COMPONENTS).mapToObj(dependency),
                        Stream.of(end))
                .flatMap(part -> part);
        return new WrittenStream(parts.iterator());
    }

    /// Writes one text after another, each when it is asked for.
    private static final class WrittenStream extends InputStream {

        private final Iterator<String> parts;
        private InputStream part = InputStream.nullInputStream();

        WrittenStream(Iterator<String> parts) {
            this.parts = parts;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = part.read(bytes, from, length);
            while (read < 0 && parts.hasNext()) {
                part = new ByteArrayInputStream(parts.next().getBytes(UTF_8));
                read = part.read(bytes, from, length);
            }
            return read;
        }
    }
}
