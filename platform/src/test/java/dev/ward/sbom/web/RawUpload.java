package dev.ward.sbom.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// An upload byte by byte, so that a test decides what happens in its middle.
public final class RawUpload implements AutoCloseable {

    private final Socket socket;

    /// Sends the head.
    ///
    /// @param length  what `Content-Length` says
    public RawUpload(int port, String method, String path, String token, long length) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        send(
                "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(method, path, token, length)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    public void send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /// The answer up to the end of its JSON; the server may wait longer for the rest of the body.
    public String answer() throws IOException {
        StringBuilder answer = new StringBuilder();
        int next = socket.getInputStream().read();
        while (next >= 0 && next != '}') {
            answer.append((char) next);
            next = socket.getInputStream().read();
        }
        return answer.toString();
    }

    /// Cuts the connection, without a farewell.
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
