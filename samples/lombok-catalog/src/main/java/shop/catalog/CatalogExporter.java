package shop.catalog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import lombok.Builder;
import lombok.Cleanup;
import lombok.NonNull;
import lombok.SneakyThrows;
import lombok.extern.slf4j.Slf4j;

/** Writes products the way {@link CatalogImporter} reads them. */
@Slf4j
@Builder
public class CatalogExporter {

    @NonNull
    private final ProductStore store;
    @Builder.Default
    private final String separator = ";";
    private final boolean withSoldOut;

    @SneakyThrows
    public void exportTo(Path file) {
        @Cleanup
        BufferedWriter writer = Files.newBufferedWriter(file); // fine: Lombok closes it
        writeTo(writer);
        log.info("Exported to {}", file);
    }

    public String text() {
        StringWriter text = new StringWriter(); // fine: holds memory only
        try {
            writeTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void writeTo(Writer writer) throws IOException {
        for (Product product : selected()) {
            for (Variant variant : product.getVariants()) {
                writer.write(line(product, variant));
                writer.write(System.lineSeparator());
            }
        }
    }

    private List<Product> selected() {
        return store.all().stream().filter(product -> withSoldOut || !product.isSoldOut()).toList();
    }

    private String line(Product product, Variant variant) {
        return new StringJoiner(separator)
            .add(product.getSku())
            .add(product.getName())
            .add(product.getPrice().toPlainString())
            .add(product.getCategory().getTitle())
            .add(variant.getColour())
            .add(variant.getSize())
            .add(Integer.toString(variant.getStock()))
            .toString();
    }
}
