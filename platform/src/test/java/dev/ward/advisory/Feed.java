package dev.ward.advisory;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on this machine that gives what a hostile or a broken one gives.
final class Feed implements AutoCloseable {

    final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /// Writes an answer's body.
    interface Body {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    Feed() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /// @param length  what the header says; 0 for a body in chunks
    Feed at(String path, int status, String location, long length, Body body) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(status, length);
            try (OutputStream out = exchange.getResponseBody()) {
                body.write(out);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    Feed at(String path, Body body) {
        return at(path, 200, "", 0, body);
    }

    /// Sends a byte now and then, for ever.
    Feed drippingAt(String path) {
        return at(path, out -> {
            while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                out.write('[');
                out.flush();
            }
        });
    }

    /// Begins to answer and then says nothing.
    Feed silentAt(String path) {
        return at(path, out -> {
            out.write('[');
            out.flush();
            closed.await();
        });
    }

    static Body text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    String address(String path) {
        return address("127.0.0.1", path);
    }

    String address(String host, String path) {
        return "http://%s:%d%s".formatted(host, server.getAddress().getPort(), path);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
