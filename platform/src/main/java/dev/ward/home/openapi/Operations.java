package dev.ward.home.openapi;

import dev.ward.identity.Public;
import dev.ward.identity.Requires;
import dev.ward.web.MergePatch;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/// What the API's description says of one endpoint.
///
/// Source: OpenAPI Specification 3.1.0, 4.8.10.
final class Operations {

    private final Schemas schemas;

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    Map<String, Object> of(RequestMethod method, String path, HandlerMethod handler, List<MediaType> produces) {
        Map<String, Object> operation = new LinkedHashMap<>();
        String tag = tag(path);
        operation.put("operationId", id(handler));
        operation.put("tags", List.of(tag));
        operation.put("summary", summary(handler));
        Requires requires = find(handler, Requires.class);
        if (requires != null) {
            operation.put("description", "Needs the permission " + requires.value() + ".");
            operation.put("x-permission", requires.value().name());
        } else if (find(handler, Public.class) != null) {
            operation.put("security", List.of());
        }
        List<Map<String, Object>> parameters = parameters(handler);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        boolean streams = method != RequestMethod.GET && streams(method, path, handler);
        Map<String, Object> body = body(handler, streams);
        if (body != null) {
            operation.put("requestBody", body);
        }
        operation.put("responses", responses(handler, produces, streams));
        return operation;
    }

    private List<Map<String, Object>> parameters(HandlerMethod handler) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            PathVariable inPath = parameter.getParameterAnnotation(PathVariable.class);
            RequestParam inQuery = parameter.getParameterAnnotation(RequestParam.class);
            RequestHeader inHeader = parameter.getParameterAnnotation(RequestHeader.class);
            if (inPath != null) {
                parameters.add(parameter("path", name(inPath.value(), parameter), true, pathSchema(parameter)));
            } else if (inQuery != null) {
                parameters.add(query(parameter, inQuery));
            } else if (inHeader != null) {
                parameters.add(parameter(
                        "header",
                        name(inHeader.value(), parameter),
                        inHeader.required() && inHeader.defaultValue().equals(ValueConstants.DEFAULT_NONE),
                        schemas.of(ResolvableType.forMethodParameter(parameter))));
            }
        }
        return parameters;
    }

    private Map<String, Object> query(MethodParameter parameter, RequestParam annotation) {
        boolean none = annotation.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        Map<String, Object> schema = new LinkedHashMap<>(schemas.of(ResolvableType.forMethodParameter(parameter)));
        if (!none && !annotation.defaultValue().isEmpty()) {
            schema.put("default", value(annotation.defaultValue(), schema.get("type")));
        }
        return parameter("query", name(annotation.value(), parameter), annotation.required() && none, schema);
    }

    private static Object value(String text, @Nullable Object type) {
        if ("boolean".equals(type)) {
            return Boolean.valueOf(text);
        }
        return "integer".equals(type) ? (Object) Long.valueOf(text) : text;
    }

    /// An id of ours is a record over a UUID, and stands in the path as text.
    private Map<String, Object> pathSchema(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (type == UUID.class || (type.isRecord() && type.getRecordComponents()[0].getType() == UUID.class)) {
            return Map.of("type", "string", "format", "uuid");
        }
        Map<String, Object> schema = schemas.of(ResolvableType.forMethodParameter(parameter));
        return schema.containsKey("$ref") || schema.isEmpty() ? Map.of("type", "string") : schema;
    }

    private static Map<String, Object> parameter(String in, String name, boolean required, Object schema) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", required);
        parameter.put("schema", schema);
        return parameter;
    }

    private @Nullable Map<String, Object> body(HandlerMethod handler, boolean streams) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                return json(ResolvableType.forMethodParameter(parameter));
            }
        }
        if (!streams) {
            return null;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("required", true);
        body.put("description", "The document itself, byte for byte; recognised by its content, gzip too.");
        body.put("content", Map.of(MediaType.APPLICATION_OCTET_STREAM_VALUE, Map.of()));
        return body;
    }

    private Map<String, Object> json(ResolvableType type) {
        Map<String, Object> schema = Map.of("schema", schemas.of(type));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(MediaType.APPLICATION_JSON_VALUE, schema);
        if (type.resolve() == MergePatch.class) {
            content.put("application/merge-patch+json", schema);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("required", true);
        body.put("content", content);
        return body;
    }

    /// Whether the endpoint reads a document as it comes.
    private static boolean streams(RequestMethod method, String path, HandlerMethod handler) {
        if (method != RequestMethod.PUT && !path.endsWith("/imports")) {
            return false;
        }
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type -> type == InputStream.class || type == HttpServletRequest.class);
    }

    private Map<String, Object> responses(HandlerMethod handler, List<MediaType> produces, boolean streams) {
        ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), ResponseStatus.class);
        // A document that is sent becomes a job.
        HttpStatus code = status != null ? status.code() : streams ? HttpStatus.ACCEPTED : HttpStatus.OK;
        ResolvableType type = ResolvableType.forMethodReturnType(handler.getMethod());
        if (type.resolve(Object.class) == ResponseEntity.class) {
            type = type.getGeneric(0);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("description", code.getReasonPhrase());
        Class<?> raw = type.resolve(Object.class);
        if (raw != void.class && raw != Void.class) {
            String content = produces.isEmpty()
                    ? MediaType.APPLICATION_JSON_VALUE
                    : produces.getFirst().toString();
            Map<String, Object> schema = schemas.of(type);
            answer.put("content", Map.of(content, schema.isEmpty() ? Map.of() : Map.of("schema", schema)));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(Integer.toString(code.value()), answer);
        responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
        return responses;
    }

    private static String name(String declared, MethodParameter parameter) {
        String name = declared.isEmpty() ? parameter.getParameterName() : declared;
        return name == null ? "value" : name;
    }

    /// What stands first behind the version: "products".
    private static String tag(String path) {
        String[] steps = path.split("/", -1);
        return steps.length > 3 ? steps[3] : "api";
    }

    private static String id(HandlerMethod handler) {
        String type = handler.getBeanType().getSimpleName().replaceFirst("Api$", "");
        String method = handler.getMethod().getName();
        return Character.toLowerCase(type.charAt(0))
                + type.substring(1)
                + Character.toUpperCase(method.charAt(0))
                + method.substring(1);
    }

    private static String summary(HandlerMethod handler) {
        Summary summary = handler.getMethodAnnotation(Summary.class);
        return summary == null ? "" : summary.value();
    }

    private static <A extends Annotation> @Nullable A find(HandlerMethod handler, Class<A> type) {
        A own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), type);
        return own == null ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), type) : own;
    }
}
