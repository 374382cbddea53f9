package dev.ward.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends requests byte for byte, also such as no client of good manners would send.
public final class Wire {

    private static final int PATIENCE = 20_000;

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");

    private final int port;

    public Wire(int port) {
        this.port = port;
    }

    /// Sends a request with a body of the stated length.
    ///
    /// @param headers  `Name: value` each
    /// @return the whole answer
    public String ask(String method, String target, byte[] body, String... headers) {
        return send(head(method, target, headers) + "Content-Length: " + body.length + "\r\n\r\n", body);
    }

    /// The same, but looks at the status alone: an answer may have no end.
    public int status(String method, String target, byte[] body, String... headers) {
        String head = head(method, target, headers) + "Content-Length: " + body.length + "\r\n\r\n";
        try (Socket socket = open()) {
            write(socket, head, body);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                line.write(c);
            }
            return statusOf(line.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    /// Sends what stands there and reads all that comes back.
    public String send(String head, byte[] body) {
        try (Socket socket = open()) {
            write(socket, head, body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(head, e);
        }
    }

    /// Sends what stands there, perhaps less than it announces, and reads the one answer.
    public String begin(String head, byte[] body) {
        try (Socket socket = open()) {
            write(socket, head, body);
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            while (!answer.toString().endsWith("\r\n\r\n")) {
                int c = in.read();
                if (c < 0) {
                    return answer.toString();
                }
                answer.append((char) c);
            }
            Matcher length = LENGTH.matcher(answer);
            int rest = length.find() ? Integer.parseInt(length.group(1)) : 0;
            return answer + new String(in.readNBytes(rest), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(head, e);
        }
    }

    public static int statusOf(String answer) {
        String[] words = answer.split(" ", 3);
        return words.length > 1 ? Integer.parseInt(words[1].strip()) : 0;
    }

    private static String head(String method, String target, String... headers) {
        StringBuilder head = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, target));
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (!head.toString().contains("\r\nHost:")) {
            head.append("Host: 127.0.0.1\r\n");
        }
        return head.append("Connection: close\r\n").toString();
    }

    public Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static void write(Socket socket, String head, byte[] body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.flush();
    }
}
