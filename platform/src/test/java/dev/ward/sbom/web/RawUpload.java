package dev.ward.sbom.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// An upload byte by byte, so that a test decides what happens in its middle.
final class RawUpload implements AutoCloseable {

    private final Socket socket;

    /// Sends the head.
    ///
    /// @param length  what `Content-Length` says
    RawUpload(int port, String method, String path, String token, long length) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        send(
                "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(method, path, token, length)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    void send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// Cuts the connection, without a farewell.
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
