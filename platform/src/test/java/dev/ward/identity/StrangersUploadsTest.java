package dev.ward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ward.WardTest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WardTest
class StrangersUploadsTest {

    private final int port;

    @Autowired
    StrangersUploadsTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void takesNoFileFromAStrangerAndReadsNoneOfIt() throws Exception {
        for (String header : List.of("X-None: 1", "Authorization: Bearer ward_x", "Cookie: ward=x")) {
            String path = header.startsWith("A") ? "/api/v1/sources/osv/imports" : "/sources/osv/imports";
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write(
                                "POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000000\r\n\r\n"
                                        .formatted(path, header)
                                        .getBytes(StandardCharsets.US_ASCII));
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

                assertThat(answer.readLine()).as(header).containsAnyOf("401", "302");
            }
        }
    }
}
