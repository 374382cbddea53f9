package dev.ward.identity;

import dev.ward.WardTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What breaks nothing at any address of the API.
@WardTest
class HostileApiInputTest extends HostileInput {

    @Autowired
    HostileApiInputTest(
            @LocalServerPort int port, TestCallers callers, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        super(
                port,
                callers,
                requestMappingHandlerMapping,
                endpoint -> endpoint.path().startsWith("/api/"));
    }
}
