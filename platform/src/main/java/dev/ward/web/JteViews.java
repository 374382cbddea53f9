package dev.ward.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Finds the compiled template of a view's name: `product/list` is `src/main/jte/product/list.jte`.
///
/// A page is written only once it is whole, so that a fault in its middle still answers as a problem.
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.ward.templates");
    private final PageFrames frames;

    JteViews(PageFrames frames) {
        this.frames = frames;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return templates.hasTemplate(template)
                ? (model, request, response) -> write(template, model, request, response)
                : null;
    }

    private void write(
            String template, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> parameters = new HashMap<>(model == null ? Map.of() : model);
        PageFrame frame = frames.of(request, parameters, part -> part(part, parameters));
        parameters.put("frame", frame);
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template, parameters, output);
        if (frame.notice() != null) {
            Notices.clear(response);
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "HX-Request, HX-Target");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    /// A template within a template, with the same frame.
    private Content part(Part part, Map<String, Object> page) {
        Map<String, Object> parameters = new HashMap<>(part.parameters());
        parameters.put("frame", Objects.requireNonNull(page.get("frame")));
        return output -> templates.render(part.view() + ".jte", parameters, output);
    }
}
