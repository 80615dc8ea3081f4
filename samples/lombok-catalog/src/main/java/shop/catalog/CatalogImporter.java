package shop.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.Cleanup;
import lombok.RequiredArgsConstructor;
import lombok.SneakyThrows;
import lombok.extern.slf4j.Slf4j;

/** Reads products from text files: {@code sku;name;price;category;colour;size;stock}. */
@Slf4j
@RequiredArgsConstructor
public class CatalogImporter {

    private final ProductStore store;
    private final Category root;
    private final Map<String, Category> categories = new HashMap<>();

    /** Imports a file and returns how many products it had. */
    @SneakyThrows(IOException.class)
    public int importFrom(Path file) {
        @Cleanup
        BufferedReader reader = Files.newBufferedReader(file); // fine: Lombok closes it
        int count = 0;
        String line = reader.readLine();
        while (line != null) {
            store.add(product(line));
            count++;
            line = reader.readLine();
        }
        log.info("Imported {} products from {}", count, file);
        return count;
    }

    /** The heading of a file, which names its columns. */
    public List<String> columns(Path file) {
        try {
            BufferedReader reader = Files.newBufferedReader(file); // bug: resource-leak-on-path
            String heading = reader.readLine();
            reader.close();
            return heading == null ? List.of() : List.of(heading.split(";"));
        } catch (IOException e) {
            throw new CatalogException("Cannot read " + file + ": " + e.getMessage()); // bug: cause-dropped
        }
    }

    /** The discontinued products; they are left out of every import. */
    public List<String> discontinued(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) { // bug: silent-default-on-failure
            log.warn("No list of discontinued products in {}", file, e);
            return List.of();
        }
    }

    /** Imports several files without what is discontinued. */
    public List<Product> importAll(List<Path> files, Path discontinued) {
        files.forEach(this::importFrom);
        List<Product> removed = new ArrayList<>();
        for (String sku : discontinued(discontinued)) {
            store.find(sku).ifPresent(removed::add);
            store.remove(sku);
        }
        return removed;
    }

    private Product product(String line) {
        String[] cells = line.split(";");
        if (cells.length < 7) {
            throw new CatalogException("Too few columns: " + line);
        }
        return Product.builder()
            .sku(cells[0].trim())
            .name(cells[1].trim())
            .price(Prices.parse(cells[2]))
            .category(categories.computeIfAbsent(cells[3].trim(), title -> root.child(title, title)))
            .variant(Variant.builder()
                .colour(cells[4].trim())
                .size(cells[5].trim())
                .stock(Integer.parseInt(cells[6].trim()))
                .build())
            .attribute("imported", "true")
            .build();
    }
}
