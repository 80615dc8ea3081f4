package shop.stock;

import java.io.FileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Collects the shelf lists of all stores. */
public final class ShelfList {

    private final Properties labels = new Properties();

    public ShelfList(Path labels) throws IOException {
        this.labels.load(new FileReader(labels.toFile())); // bug: resource-leak-on-path
    }

    public List<String> lines(List<Path> stores) {
        List<String> lines = new ArrayList<>();
        for (Path store : stores) {
            try {
                for (String line : Files.readAllLines(store)) {
                    lines.add(labels.getProperty(line, line));
                }
            } catch (IOException e) {
                throw new IllegalStateException("could not read " + store); // bug: cause-dropped
            }
        }
        return lines;
    }
}
