package dev.ward.standards.cpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.house.RealFiles;
import dev.ward.standards.input.Forgiven;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// Every name of the official dictionary's sample, and every criterion of the NVD's slice.
class CpeCorpusTest {

    private static final int DICTIONARY_ITEMS = 3198;

    @Test
    void readsTheUriAndTheFormattedStringOfADictionaryItemAsOneName() throws IOException, XMLStreamException {
        List<String> uris = new ArrayList<>();
        List<String> formatted = new ArrayList<>();
        for (Path file : files("cpe", ".xml")) {
            readDictionary(file, uris, formatted);
        }
        assertThat(uris).hasSize(DICTIONARY_ITEMS);
        assertThat(formatted).hasSameSizeAs(uris);
        for (int i = 0; i < uris.size(); i++) {
            Cpe name = Cpe.parse(formatted.get(i));
            assertThat(name.formatted()).isEqualTo(formatted.get(i));
            assertThat(Cpe.parse(uris.get(i))).isEqualTo(name);
            assertThat(name.uri()).isEqualTo(uris.get(i));
        }
    }

    private static void readDictionary(Path file, List<String> uris, List<String> formatted)
            throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = RealFiles.open(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            // The sample ends with more end tags than it has elements.
            for (int event = xml.next(); !isEnd(event, xml); event = xml.next()) {
                if (event == XMLStreamReader.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "cpe-item" -> uris.add(xml.getAttributeValue(null, "name"));
                        case "cpe23-item" -> formatted.add(xml.getAttributeValue(null, "name"));
                        default -> {}
                    }
                }
            }
        }
    }

    private static boolean isEnd(int event, XMLStreamReader xml) {
        return event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("cpe-list");
    }

    @Test
    void readsEveryCriterionOfTheNvd() throws IOException {
        Map<String, Integer> criteria = new HashMap<>();
        for (Path file : files("bench-portfolio/nvd-2.0", ".json.gz")) {
            readCriteria(file, criteria);
        }
        int strict = 0;
        Map<String, Integer> reasons = new TreeMap<>();
        for (String criterion : criteria.keySet()) {
            Forgiven<Cpe> read = Cpe.parseLenient(criterion);
            if (read.forgiven().isEmpty()) {
                strict++;
                assertThat(read.value().formatted()).isEqualTo(criterion);
                assertThat(Cpe.parse(criterion)).isEqualTo(read.value());
            }
            Set<String> kinds = new LinkedHashSet<>();
            for (String sentence : read.forgiven()) {
                kinds.add(sentence.replaceAll("\".*\"", "…"));
            }
            kinds.forEach(kind -> reasons.merge(kind, 1, Integer::sum));
            Cpe again = Cpe.parse(read.value().uri());
            assertThat(again).isEqualTo(read.value());
        }
        assertThat(criteria.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(118_251);
        assertThat(criteria).hasSize(29_390);
        assertThat(strict).isEqualTo(27_240);
        assertThat(reasons).isEqualTo(Map.of("… holds upper-case letters.", 2_150));
    }

    private static void readCriteria(Path file, Map<String, Integer> criteria) throws IOException {
        try (InputStream in = RealFiles.open(file);
                JsonParser json = new JsonMapper().createParser(in)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "criteria".equals(json.currentName())) {
                    criteria.merge(json.getString(), 1, Integer::sum);
                }
            }
        }
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(RealFiles.need(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
