package shop.catalog;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.Setter;
import lombok.experimental.Delegate;

/** The latest events, newest first. */
@RequiredArgsConstructor(staticName = "with")
public class EventLog {

    private static final int KEPT = 100;

    /** What may be asked of the events. */
    private interface Readable {

        int size();

        boolean isEmpty();

        CatalogEvent peekFirst();
    }

    @Delegate(types = Readable.class)
    private final Deque<CatalogEvent> events = new ArrayDeque<>();
    private final Clock clock;
    @Getter
    @Setter(AccessLevel.PACKAGE)
    private boolean muted;

    public synchronized void priceChanged(Product product, BigDecimal before) {
        record(CatalogEvent.PriceChanged.builder()
            .sku(product.getSku())
            .at(clock.instant())
            .before(Prices.text(before))
            .after(Prices.text(product.getPrice()))
            .build());
    }

    public synchronized void soldOut(Product product, Variant last) {
        record(CatalogEvent.SoldOut.builder()
            .sku(product.getSku())
            .at(clock.instant())
            .lastSize(last.getSize())
            .build());
    }

    public synchronized List<String> headlines() {
        return events.stream().map(CatalogEvent::headline).toList();
    }

    public synchronized void addAll(Collection<? extends CatalogEvent> more) {
        more.forEach(this::record);
    }

    private void record(CatalogEvent event) {
        if (isMuted()) {
            return;
        }
        events.addFirst(event);
        while (size() > KEPT) {
            events.removeLast();
        }
    }
}
