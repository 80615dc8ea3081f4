package shop.repaired;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Places, finds and cancels orders. */
@Service
public class OrderService {

    private final CustomerDirectory customers;
    private final PriceCache prices;
    private final ExchangeRates rates;
    private final StockLedger stock;
    private final PaymentClient payments;
    private final OrderWriter writer;
    private final OrderReader reader;
    private final NotificationSender notifications;
    private final OrderMetrics metrics;

    public OrderService(CustomerDirectory customers, PriceCache prices, ExchangeRates rates, StockLedger stock,
            PaymentClient payments, OrderWriter writer, OrderReader reader, NotificationSender notifications,
            OrderMetrics metrics) {
        this.customers = customers;
        this.prices = prices;
        this.rates = rates;
        this.stock = stock;
        this.payments = payments;
        this.writer = writer;
        this.reader = reader;
        this.notifications = notifications;
        this.metrics = metrics;
    }

    public Order place(OrderRequest request) {
        for (Hold hold : customers.holdsOn(request.customer())) {
            if (hold.stopsOrders()) {
                throw new OrderRefusedException("Customer " + request.customer() + " is on hold: " + hold.reason());
            }
        }
        request.lines().forEach(line -> stock.reserve(line.sku(), line.quantity()));
        BigDecimal total = totalOf(request);
        Order order = new Order(UUID.randomUUID().toString(), request.customer(), request.lines(), total,
            OrderStatus.NEW, "");
        Order paid = order.paid(payments.charge(order.id(), total, request.currency()));
        writer.save(paid);
        metrics.count(paid.status());
        notifications.orderPlaced(paid);
        return paid;
    }

    /** Cancels an order and gives the money back; an order whose refund fails is not cancelled. */
    public void refund(String id) {
        Order order = reader.find(id);
        payments.refund(order.receipt(), order.total());
        order.lines().forEach(line -> stock.release(line.sku(), line.quantity()));
        writer.changeStatus(id, OrderStatus.CANCELLED);
        notifications.orderCancelled(order);
    }

    public Order find(String id) {
        return reader.find(id);
    }

    public List<Order> ordersOf(String customer, int limit) {
        return reader.ordersOf(customer, limit);
    }

    private BigDecimal totalOf(OrderRequest request) {
        BigDecimal sum = BigDecimal.ZERO;
        for (OrderLine line : request.lines()) {
            BigDecimal price = prices.price(line.sku(), request.customer());
            sum = sum.add(price.multiply(BigDecimal.valueOf(line.quantity())));
        }
        return sum.multiply(rates.rate(request.currency())).setScale(2, RoundingMode.HALF_UP);
    }
}
