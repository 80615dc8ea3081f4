package shop.repaired;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints of the order service. */
@RestController
@RequestMapping("/orders")
public class OrderController {

    private final OrderService orders;
    private final OrderParser parser;
    private final IdempotencyKeys keys;
    private final CheckoutSessions sessions;
    private final InvoiceExporter invoices;

    public OrderController(OrderService orders, OrderParser parser, IdempotencyKeys keys, CheckoutSessions sessions,
            InvoiceExporter invoices) {
        this.orders = orders;
        this.parser = parser;
        this.keys = keys;
        this.sessions = sessions;
        this.invoices = invoices;
    }

    @PostMapping
    public ResponseEntity<Order> place(@RequestHeader("Idempotency-Key") String key,
            @RequestHeader("X-Session") String session, @RequestBody String body) {
        if (!keys.claim(key)) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        OrderRequest request = parser.parse(body);
        sessions.open(session, request.customer());
        try {
            return ResponseEntity.status(HttpStatus.CREATED).body(orders.place(request));
        } finally {
            sessions.close(session);
        }
    }

    /** Partners send their own keys. */
    @PostMapping("/partners/{partner}")
    public ResponseEntity<Order> placeForPartner(@PathVariable String partner,
            @RequestHeader("Idempotency-Key") String key, @RequestBody String body) {
        if (!keys.claim(partner, key)) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(orders.place(parser.parse(body)));
    }

    @GetMapping
    public List<Order> list(@RequestParam String customer, @RequestParam(required = false) String limit) {
        return orders.ordersOf(customer, parser.limit(limit));
    }

    @DeleteMapping("/{id}")
    public ResponseEntity<String> cancel(@PathVariable String id) {
        orders.refund(id);
        return ResponseEntity.ok("cancelled");
    }

    @PostMapping("/{id}/invoice")
    public ResponseEntity<String> invoice(@PathVariable String id) throws IOException {
        return ResponseEntity.ok(invoices.export(orders.find(id)).getFileName().toString());
    }

    @GetMapping("/invoices")
    public List<String> invoices() throws IOException {
        return invoices.exported();
    }

    @GetMapping("/paid")
    public BigDecimal paid(@RequestParam String customer) throws SQLException {
        return invoices.paidBy(customer);
    }

    @ExceptionHandler({OrderFormatException.class, OrderRefusedException.class})
    public ResponseEntity<String> refused(RuntimeException e) {
        return ResponseEntity.badRequest().body(e.getMessage());
    }
}
