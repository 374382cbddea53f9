package dev.ward.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Finds the file in a form of the type `multipart/form-data`, for handlers that take an [UploadedFile] and for no one
/// else.
///
/// The container's own reading is switched off: it would write any such body to disk, at any address, before anyone
/// was asked who they are. Here nothing is read before the gate has let the sender in, and nothing is kept but what
/// the handler keeps. What stands before the file in the form is passed over, what stands behind it is not read.
final class UploadedFiles implements HandlerMethodArgumentResolver {

    private static final int LONGEST_HEADER = 8_192;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == UploadedFile.class;
    }

    @Override
    public @Nullable UploadedFile resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            return null;
        }
        try {
            return find(request);
        } catch (IOException e) {
            throw ProblemException.of(
                    Problem.INVALID, "The upload cannot be read: it broke off, or is not the form of a page.");
        }
    }

    private static @Nullable UploadedFile find(HttpServletRequest request) throws IOException {
        FileUpload form = new FileUpload();
        form.setPartHeaderSizeMax(LONGEST_HEADER);
        FileItemIterator parts = form.getItemIterator(new ServletRequestContext(request));
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            if (!part.isFormField() && part.getName() != null && !part.getName().isEmpty()) {
                return new UploadedFile(
                        part.getName(),
                        Objects.requireNonNullElse(part.getContentType(), MediaType.APPLICATION_OCTET_STREAM_VALUE),
                        part.openStream());
            }
        }
        return null;
    }
}
