package shop.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.ToString;

/** A node in the tree of categories. */
@Getter
@ToString(onlyExplicitlyIncluded = true)
@EqualsAndHashCode(onlyExplicitlyIncluded = true)
@RequiredArgsConstructor
public class Category {

    @ToString.Include
    @EqualsAndHashCode.Include
    private final String id;
    private final String title;
    private final Category parent;
    private final List<Category> children = new ArrayList<>();

    public static Category root(String title) {
        return new Category("root", title, null);
    }

    public Category child(String childId, String childTitle) {
        Category child = new Category(childId, childTitle, this);
        children.add(child);
        return child;
    }

    public Optional<Category> getParent() {
        return Optional.ofNullable(parent);
    }

    public String path() {
        return getParent().map(Category::path).map(path -> path + " > " + getTitle()).orElse(getTitle());
    }

    public boolean isWithin(Category other) {
        return equals(other) || getParent().map(above -> above.isWithin(other)).orElse(false);
    }
}
