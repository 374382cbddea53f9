package dev.ward.assessment;

import dev.ward.identity.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What speaks of a vulnerability in the releases of an assessment, whoever says it, beside the
/// assessor's answer.
@Service
@Transactional(readOnly = true)
public class PresenceEvidences {

    private final EvidenceRepository evidence;
    private final FactsReading facts;

    PresenceEvidences(EvidenceRepository evidence, FactsReading facts) {
        this.evidence = evidence;
        this.facts = facts;
    }

    /// @param cut  whether more is said than is shown
    public record Evidence(List<PresenceEvidence> items, boolean cut) {

        public Evidence {
            items = List.copyOf(items);
        }

        public List<PresenceEvidence> of(UUID release) {
            return items.stream().filter(one -> release.equals(one.release())).toList();
        }

        /// What speaks of the vulnerability in products that no release was found to hold.
        public List<PresenceEvidence> unplaced() {
            return items.stream().filter(one -> one.release() == null).toList();
        }

        /// Where the evidence of a release speaks against the answer, or against itself while there is
        /// none.
        public List<String> disagreements(Assessment.Place place) {
            List<PresenceEvidence> said = of(place.release());
            List<String> sentences = new ArrayList<>();
            said.stream()
                    .filter(one -> one.contradicts(place))
                    .forEach(one -> sentences.add("%s says of %s: %s. The answer is: %s."
                            .formatted(
                                    one.by(),
                                    one.subject(),
                                    one.says(),
                                    place.presence().title().toLowerCase(Locale.ROOT))));
            if (place.presence() == Presence.UNDER_INVESTIGATION || place.presence() == Presence.UNDETERMINED) {
                String present = voices(said, Presence.PRESENT);
                String absent = voices(said, Presence.ABSENT);
                if (!present.isEmpty() && !absent.isEmpty()) {
                    sentences.add(
                            "The evidence disagrees: for present stands %s; for absent %s.".formatted(present, absent));
                }
            }
            return sentences;
        }

        private static String voices(List<PresenceEvidence> said, Presence side) {
            return said.stream()
                    .filter(one -> one.points() == side)
                    .map(one -> one.by() + " on " + one.subject())
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
    }

    /// @param assessment  one that the reader sees
    public Evidence of(Reader reader, Assessment assessment) {
        return of(reader, assessment, null);
    }

    /// @param release  alone; null for all
    Evidence of(Reader reader, Assessment assessment, @Nullable UUID release) {
        AssessmentId id = assessment.id();
        VulnerabilityFacts known = facts.of(reader, assessment.vulnerability());
        List<List<PresenceEvidence>> sources = evidence.list(id, known, release);
        return new Evidence(
                sources.stream()
                        .flatMap(source -> source.stream().limit(EvidenceRepository.MOST))
                        .toList(),
                sources.stream().anyMatch(source -> source.size() > EvidenceRepository.MOST));
    }

    /// Hands all that is said to a sink, however much it is, source by source.
    ///
    /// @param assessment  one that the reader sees
    public void each(Reader reader, Assessment assessment, Consumer<PresenceEvidence> sink) {
        evidence.each(assessment.id(), facts.of(reader, assessment.vulnerability()), sink);
    }
}
