package dev.ward.advisory;

import dev.ward.job.JobPostponed;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Fetches documents over HTTP, from where the operator allows, and waits no longer than it should.
@Component
class Fetch implements Closeable {

    private static final Timeout CONNECTING = Timeout.ofSeconds(10);
    /// Without one byte.
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 5;

    private final ImportSettings settings;
    private final ImportHosts hosts;
    private final Duration idle;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ward-fetch-limit").factory());
    private volatile boolean closed;

    @Autowired
    Fetch(ImportSettings settings, ImportHosts hosts) {
        this(settings, hosts, IDLE);
    }

    Fetch(ImportSettings settings, ImportHosts hosts, Duration idle) {
        this.settings = settings;
        this.hosts = hosts;
        this.idle = idle;
        this.client = client(hosts, idle);
    }

    /// The addresses that were checked are those that are connected to: a name that means another address a moment
    /// later (DNS rebinding) is of no use.
    private static CloseableHttpClient client(ImportHosts hosts, Duration idle) {
        DnsResolver resolver = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return hosts.addresses(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECTING)
                                .setSocketTimeout(Timeout.of(idle))
                                .build())
                        .build())
                .setConnectionReuseStrategy((_, _, _) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Ward")
                .build();
    }

    /// What is done with a document while it comes.
    interface Taker<T> {

        /// @param size  in bytes; 0 when nobody knows
        T take(InputStream in, long size) throws IOException;
    }

    /// Hands on what an address gives; each address on the way must be allowed.
    ///
    /// @throws IOException   when nothing can be fetched, or not all, with a message for people
    /// @throws JobPostponed  when the server stops meanwhile
    <T> T fetch(URI url, Taker<T> taker) throws IOException {
        Limited request = new Limited();
        Future<?> limit = watch.schedule(request::end, settings.longest().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return follow(url, request, taker);
        } catch (IOException e) {
            if (closed) {
                throw new JobPostponed("goes on when the server has started again");
            }
            if (request.ended) {
                throw new IOException(
                        "It took longer than %s, which is the most that WARD_IMPORT_TIME allows."
                                .formatted(words(settings.longest())),
                        e);
            }
            throw e instanceof SocketTimeoutException ? new IOException(silence(), e) : e;
        } finally {
            limit.cancel(false);
            request.end();
        }
    }

    private String silence() {
        return "The server sent nothing for %s.".formatted(words(idle));
    }

    private static String words(Duration duration) {
        return duration.toSeconds() >= 120
                ? "%d minutes".formatted(duration.toMinutes())
                : "%d seconds".formatted(duration.toSeconds());
    }

    private <T> T follow(URI url, Limited limited, Taker<T> taker) throws IOException {
        URI next = hosts.allowed(url);
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            ClassicHttpResponse response = limited.open(next);
            try {
                if (response.getCode() == 200) {
                    return take(response.getEntity(), taker);
                }
                if (response.getCode() / 100 != 3) {
                    throw new IOException(
                            "\"%s\" answers with status %d.".formatted(ImportHosts.shown(next), response.getCode()));
                }
                next = hosts.allowed(target(next, response.getFirstHeader("Location")));
            } finally {
                limited.drop();
            }
        }
        throw new IOException("\"%s\" leads on and on.".formatted(ImportHosts.shown(url)));
    }

    private <T> T take(HttpEntity entity, Taker<T> taker) throws IOException {
        long size = Math.max(0, entity.getContentLength());
        if (size > settings.mostBytes()) {
            throw new IOException(
                    "The document has %,d bytes; WARD_IMPORT_MOST allows %,d.".formatted(size, settings.mostBytes()));
        }
        return taker.take(entity.getContent(), size);
    }

    private static URI target(URI from, Header location) throws IOException {
        try {
            return from.resolve(location == null ? "" : location.getValue().strip());
        } catch (IllegalArgumentException e) {
            throw new IOException("\"%s\" leads on to what is no address.".formatted(ImportHosts.shown(from)), e);
        }
    }

    /// Ends what is being fetched; the job goes on when a server has started again.
    @EventListener(ContextClosedEvent.class)
    @Override
    public void close() throws IOException {
        closed = true;
        watch.shutdownNow();
        client.close();
    }

    /// The requests of one fetch, one at a time, that another thread may end.
    private final class Limited {

        private HttpGet request = new HttpGet("/");
        private volatile boolean ended;

        ClassicHttpResponse open(URI url) throws IOException {
            HttpGet next = new HttpGet(url);
            synchronized (this) {
                request = next;
            }
            if (ended || closed) {
                throw new IOException("ended");
            }
            try {
                return client.executeOpen(RoutingSupport.determineHost(next), next, null);
            } catch (HttpException e) {
                throw new IOException("\"%s\" does not speak HTTP.".formatted(ImportHosts.shown(url)), e);
            }
        }

        /// Leaves the rest of an answer unread, however long it is, as closing it would not.
        synchronized void drop() {
            request.cancel();
        }

        void end() {
            ended = true;
            drop();
        }
    }
}
