package shop.catalog;

import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Data;
import lombok.NoArgsConstructor;

/** A size and colour in which a product is sold. */
@Data
@Builder
@NoArgsConstructor
@AllArgsConstructor
public class Variant {

    private String size;
    private String colour;
    private int stock;

    public String label() {
        return getColour() + "/" + getSize();
    }

    public void take(int count) {
        if (count > getStock()) {
            throw new IllegalArgumentException("Only " + getStock() + " of " + label());
        }
        setStock(getStock() - count);
    }
}
