package example.model;

/** What somebody bought. */
public record Order(String customer, int amount) {
}
