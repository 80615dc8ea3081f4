package shop.billing;

/** A currency we bill in; each knows how it is written. */
public enum Currency {
    EUR(2) {
        @Override
        public String symbol() {
            return "\u20ac";
        }
    },
    USD(2) {
        @Override
        public String symbol() {
            return "$";
        }
    },
    JPY(0);

    private final int decimals;

    Currency(int decimals) {
        this.decimals = decimals;
    }

    public int decimals() {
        return decimals;
    }

    public String symbol() {
        return name();
    }

    public static Currency named(String name) {
        switch (name) {
            case "eur":
            case "EUR":
                return EUR;
            case "usd":
            case "USD":
            case "us-dollar":
                return USD;
            case "jpy":
            case "JPY":
                return JPY;
            default:
                throw new IllegalArgumentException("Unknown currency " + name);
        }
    }
}
