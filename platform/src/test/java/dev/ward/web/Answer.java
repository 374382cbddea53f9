package dev.ward.web;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a server answered.
public record Answer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /// The first value of a header; empty when it is absent.
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body());
    }

    /// A text of the JSON, by its field.
    public String text(String field) {
        return json().path(field).asString("");
    }

    /// What stands in the JSON at a pointer (RFC 6901).
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }
}
