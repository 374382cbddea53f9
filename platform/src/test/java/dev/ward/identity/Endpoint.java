package dev.ward.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// One of the addresses that the server answers to, of whatever module.
record Endpoint(String method, String path, HandlerMethod handler) {

    static List<Endpoint> of(RequestMappingHandlerMapping mapping) {
        List<Endpoint> endpoints = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (String path : info.getPatternValues()) {
                for (String method : methods(info)) {
                    endpoints.add(new Endpoint(method, path, handler));
                }
            }
        });
        return endpoints;
    }

    private static Set<String> methods(RequestMappingInfo info) {
        Set<String> methods = new TreeSet<>();
        for (RequestMethod method : info.getMethodsCondition().getMethods()) {
            methods.add(method.name());
        }
        return methods.isEmpty() ? Set.of(HttpMethod.GET.name()) : methods;
    }

    boolean isOpen() {
        return Gate.isPublic(handler);
    }

    boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /// The address with something that does not exist in each of its variables.
    String address() {
        return path.replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
