package shop.repaired;

/** A reason why a customer may not order, for example an unpaid invoice. */
public record Hold(String reason, boolean stopsOrders) {
}
