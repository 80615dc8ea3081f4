package shop.billing;

/** What an invoice can list. */
public sealed interface Item {

    Money net();

    default String title() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** Goods by the piece. */
    record Goods(String sku, int count, Money each) implements Item {

        @Override
        public Money net() {
            return each.times(count);
        }

        @Override
        public String title() {
            return count + " x " + sku;
        }
    }

    /** Work by the hour. */
    record Work(String what, int minutes, Money hourly) implements Item {

        @Override
        public Money net() {
            int quarters = (minutes + 14) / 15;
            return hourly.times(quarters).percent(java.math.BigDecimal.valueOf(25));
        }
    }

    /** A fee. */
    record Fee(Money net) implements Item {
    }
}
