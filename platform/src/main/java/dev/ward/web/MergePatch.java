package dev.ward.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The body of a PATCH: fields that are absent stay, null takes a value away, all else replaces it.
///
/// Source: RFC 7396.
///
/// @param <T>  a flat record of what may be changed
public final class MergePatch<T> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ObjectNode changes;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MergePatch(ObjectNode changes) {
        this.changes = changes;
    }

    /// @throws ProblemException  when a field is not known or its value is not what it should be
    public T applyTo(T current, Class<T> type) {
        ObjectNode merged = JSON.valueToTree(current);
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                merged.set(change.getKey(), change.getValue());
            }
        }
        try {
            return JSON.treeToValue(merged, type);
        } catch (JacksonException e) {
            UnreadableBody fault = UnreadableBody.of(e);
            ProblemException problem = ProblemException.of(Problem.INVALID, fault.detail());
            for (Map.Entry<String, String> error : fault.errors().entrySet()) {
                problem = problem.with(error.getKey(), error.getValue());
            }
            throw problem;
        }
    }
}
