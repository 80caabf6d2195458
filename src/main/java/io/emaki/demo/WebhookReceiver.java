package io.emaki.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The chat product's side of the webhooks: a small HTTP server on the loopback address that checks every signature and keeps
 * what it got. A repeated id is acknowledged and counted once.
 */
final class WebhookReceiver implements AutoCloseable {

    private static final int LARGEST_BODY = 20_000;

    /** One delivery whose signature was right; {@code body} is the JSON text exactly as it came. */
    record Delivery(String id, String timestamp, String signature, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock;
    private final BlockingQueue<Delivery> unread = new LinkedBlockingQueue<>();
    private final List<Delivery> accepted = new CopyOnWriteArrayList<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger rejected = new AtomicInteger();
    private volatile @Nullable WebhookSignature signature;

    private WebhookReceiver(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    static WebhookReceiver start(Clock clock) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WebhookReceiver receiver = new WebhookReceiver(server, clock);
        server.createContext("/webhook", receiver::receive);
        server.setExecutor(receiver.threads);
        server.start();
        return receiver;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhook");
    }

    /** Deliveries are refused until the secret of the endpoint is known. */
    void expectSecret(String secret) {
        signature = new WebhookSignature(secret, clock);
    }

    /** The next delivery that nobody has taken yet, or null when none came in time. */
    @Nullable
    Delivery next(Duration patience) throws InterruptedException {
        return unread.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    List<Delivery> accepted() {
        return List.copyOf(accepted);
    }

    int rejected() {
        return rejected.get();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
            String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
            WebhookSignature known = signature;
            boolean genuine =
                    known != null && body.length <= LARGEST_BODY && known.matches(id, timestamp, signatures, body);
            if (!genuine || id == null || timestamp == null || signatures == null) {
                rejected.incrementAndGet();
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            if (seen.add(id)) {
                Delivery delivery = new Delivery(id, timestamp, signatures, new String(body, StandardCharsets.UTF_8));
                accepted.add(delivery);
                unread.add(delivery);
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
