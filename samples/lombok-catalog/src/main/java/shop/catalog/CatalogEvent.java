package shop.catalog;

import java.time.Instant;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import lombok.NonNull;
import lombok.ToString;
import lombok.experimental.SuperBuilder;

/** Something that happened to the catalogue. */
@Getter
@ToString
@EqualsAndHashCode
@SuperBuilder
public abstract class CatalogEvent {

    @NonNull
    private final String sku;
    @NonNull
    private final Instant at;

    public abstract String headline();

    /** A new price. */
    @Getter
    @SuperBuilder
    @ToString(callSuper = true)
    @EqualsAndHashCode(callSuper = true)
    public static class PriceChanged extends CatalogEvent {

        private final String before;
        private final String after;

        @Override
        public String headline() {
            return getSku() + " now costs " + getAfter() + " instead of " + getBefore();
        }
    }

    /** Nothing left. */
    @Getter
    @SuperBuilder
    @ToString(callSuper = true)
    @EqualsAndHashCode(callSuper = true)
    public static class SoldOut extends CatalogEvent {

        private final String lastSize;

        @Override
        public String headline() {
            return getSku() + " is sold out; the last was " + getLastSize();
        }
    }
}
