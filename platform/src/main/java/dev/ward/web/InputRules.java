package dev.ward.web;

import java.beans.PropertyEditorSupport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// What holds for the texts and bodies of every request: no zero character, which PostgreSQL does not know in a
/// text, and no JSON above a size. Documents are taken as they come and pass by here.
@ControllerAdvice
class InputRules extends RequestBodyAdviceAdapter {

    static final int LONGEST_BODY = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    /// For every parameter of a query and every field of a form, alone or in a record.
    @InitBinder
    void refuseZeroCharacters(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(@Nullable String text) {
                if (text != null && text.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("holds a zero character");
                }
                setValue(text);
            }
        });
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        if (message.getHeaders().getContentLength() > LONGEST_BODY) {
            throw tooLarge();
        }
        byte[] body = message.getBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw tooLarge();
        }
        refuseZeroCharacters(body);
        return new Body(message.getHeaders(), new ByteArrayInputStream(body));
    }

    private static void refuseZeroCharacters(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
                if (text && parser.getString().indexOf('\0') >= 0) {
                    String place = parser.streamReadContext().pathAsPointer().toString();
                    throw ProblemException.of(
                                    Problem.INVALID, "The text at \"%s\" holds a zero character.".formatted(place))
                            .with(place, "holds a zero character");
                }
            }
        } catch (JacksonException e) {
            return; // not JSON, as its reader will say
        }
    }

    private static ProblemException tooLarge() {
        return ProblemException.of(
                Problem.TOO_LARGE, "The body is larger than %,d bytes. Send less at a time.".formatted(LONGEST_BODY));
    }

    private record Body(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
