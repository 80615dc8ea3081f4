package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.framework.Root;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.Set;

@RuleInfo(
    title = "A row is read, changed and written back, and another change in between is lost",
    severity = ERROR,
    confidence = Confidence.MEDIUM,
    cwe = {362, 367},
    since = "0.1",
    why = """
        Two requests read a stock of 5, both subtract 1, both write 4: one sale is lost. A transaction does not help:
        at the usual isolation both may read before either writes, and the second write overwrites the first without a
        word. Under load balances, stocks, quotas and counters drift, and nothing in a log says why. The same holds for
        a key in Redis that is read with `get`, changed and written with `set`.""",
    instead = """
        Let the database reckon: `update ... set stock = stock - :n where id = :id and stock >= :n`, and look at how
        many rows it changed. Or give the entity a `@Version` and repeat when it says that somebody was faster. Or read
        the row with a lock (`PESSIMISTIC_WRITE`, `for update`). In Redis use `increment`, or a script.""",
    silent = {
        "entities with a `@Version`, and ones that inherit from classes that are not known",
        "rows that are read with a lock, transactions with isolation `SERIALIZABLE`",
        "methods that take a lock of any kind, here or in Redis, and methods that such methods call",
        "values that do not depend on the old value of the same property, and what is no number",
        "start-up code and scheduled jobs: one thread writes"
    },
    bad = """
        import org.springframework.data.repository.CrudRepository;
        import org.springframework.web.bind.annotation.*;
        class Item {
            private Long id;
            private int stock;
            int getStock() {
                return stock;
            }
            void setStock(int stock) {
                this.stock = stock;
            }
        }
        interface Items extends CrudRepository<Item, Long> {
        }
        @RestController
        class Shop {
            private final Items items;
            Shop(Items items) {
                this.items = items;
            }
            @PostMapping("/buy")
            void buy(Long id, int count) {
                Item item = items.findById(id).orElseThrow();
                item.setStock(item.getStock() - count); // bug: `stock` is reckoned from the value that `findById` read
                items.save(item);
            }
        }""",
    good = """
        import org.springframework.data.repository.CrudRepository;
        import org.springframework.web.bind.annotation.*;
        class Item {
            private Long id;
            private int stock;
        }
        interface Items extends CrudRepository<Item, Long> {
            // @Modifying @Query("update Item i set i.stock = i.stock - :count where i.id = :id and i.stock >= :count")
            int take(Long id, int count);
        }
        @RestController
        class Shop {
            private final Items items;
            Shop(Items items) {
                this.items = items;
            }
            @PostMapping("/buy")
            void buy(Long id, int count) {
                if (items.take(id, count) == 0) {
                    throw new IllegalStateException("not enough left");
                }
            }
        }""")
public final class LostUpdateReadModifyWrite implements MethodRule {

    private static final Set<Root.Kind> TOGETHER = Set.of(Root.Kind.REQUEST, Root.Kind.SERVLET, Root.Kind.GRPC,
        Root.Kind.LISTENER);

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        if (method.ref().isConstructor() || method.ref().isStaticInitializer() || method.header().isSynthetic()) {
            return;
        }
        if (method.calls().stream().anyMatch(KeyUpdate::mayRead)) {
            KeyUpdate.find(method).filter(update -> isOpen(method, context)).ifPresent(update -> update.report(out));
        }
        if (RowUpdate.mayBeIn(method, context.program())) {
            for (RowUpdate update : RowUpdate.in(method, context.program())) {
                if (isOpen(method, context)) {
                    update.report(out);
                }
            }
        }
    }

    /** Whether several threads can come here at one time. */
    private static boolean isOpen(MethodCode method, Context context) {
        Set<Root.Kind> roots = context.roots().reaching(method.ref());
        boolean isCalled = !method.header().isPrivate() || !context.program().calls().callers(method.ref()).isEmpty();
        boolean isEntered = roots.isEmpty() ? isCalled : roots.stream().anyMatch(TOGETHER::contains);
        return isEntered && !new SerialAccess(context.program()).isSeenTo(method);
    }
}
