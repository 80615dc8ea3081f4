package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class LostUpdateReadModifyWriteTest {

    private static final String PERSISTENCE = """
        package jakarta.persistence;
        public interface EntityManager {
            <T> T find(Class<T> type, Object id);
            <T> T find(Class<T> type, Object id, LockModeType mode);
            <T> T merge(T entity);
        }
        """;
    private static final String MODES = """
        package jakarta.persistence;
        public enum LockModeType { PESSIMISTIC_WRITE }
        """;
    private static final String ENTITY = """
        package jakarta.persistence;
        public @interface Entity { }
        """;
    private static final String VERSION = """
        package jakarta.persistence;
        public @interface Version { }
        """;
    private static final String LOCK = """
        package org.springframework.data.jpa.repository;
        public @interface Lock { jakarta.persistence.LockModeType value(); }
        """;
    private static final String ITEM = """
        package shop;
        import java.math.BigDecimal;
        import java.util.List;
        import jakarta.persistence.Entity;
        @Entity
        public class Item {
            private Long id;
            private int stock;
            private BigDecimal price;
            private String name;
            private Long sold;
            private Item part;
            private boolean open;
            public Long getId() { return id; }
            public Item setId(Long id) { this.id = id; return this; }
            public int getStock() { return stock; }
            public Item setStock(int stock) { this.stock = stock; return this; }
            public BigDecimal getPrice() { return price; }
            public void setPrice(BigDecimal price) { this.price = price; }
            public String getName() { return name; }
            public void setName(String name) { this.name = name; }
            public Long getSold() { return sold; }
            public void setSold(Long sold) { this.sold = sold; }
            public Item getPart() { return part; }
            public boolean isOpen() { return open; }
            public void setOpen(boolean open) { this.open = open; }
            public void take(int count) {
                if (stock < count) {
                    throw new IllegalStateException("sold out");
                }
                stock -= count;
            }
        }
        """;
    private static final String COUNTED = """
        package shop;
        import jakarta.persistence.*;
        @Entity
        public class Counted {
            private Long id;
            private int stock;
            @Version
            private int edit;
            public int getStock() { return stock; }
            public void setStock(int stock) { this.stock = stock; }
        }
        """;
    private static final String ITEMS = """
        package shop;
        import java.util.List;
        import java.util.Optional;
        import jakarta.persistence.LockModeType;
        import org.springframework.data.jpa.repository.Lock;
        import org.springframework.data.repository.CrudRepository;
        public interface Items extends CrudRepository<Item, Long> {
            Item findByName(String name);
            @Lock(LockModeType.PESSIMISTIC_WRITE)
            Optional<Item> findOneById(Long id);
            Item findByIdForUpdate(Long id);
        }
        """;

    private final RuleTest rule = RuleTest.of(new LostUpdateReadModifyWrite());

    private void on(String... sources) {
        String[] all = new String[sources.length + 7];
        System.arraycopy(new String[] {PERSISTENCE, MODES, ENTITY, VERSION, LOCK, ITEM, ITEMS}, 0, all, 0, 7);
        System.arraycopy(sources, 0, all, 7, sources.length);
        rule.on(all);
    }

    @Test
    void readReckonedAndSaved() {
        on("""
            package shop;
            import java.math.BigDecimal;
            import java.util.List;
            import org.springframework.web.bind.annotation.*;
            @RestController
            public class Shop {
                private final Items items;
                public Shop(Items items) { this.items = items; }
                @PostMapping("/buy")
                public void buy(Long id, int count) {
                    Item item = items.findById(id).orElseThrow(() -> new IllegalArgumentException("none"));
                    if (item.getStock() < count) {
                        throw new IllegalStateException("sold out");
                    }
                    item.setStock(item.getStock() - count); // bug: what another request has written before `save` is
                    items.save(item);
                }
                @PostMapping("/price")
                public void raise(String name, BigDecimal by) {
                    Item item = items.findByName(name);
                    BigDecimal price = item.getPrice();
                    BigDecimal raised = price.add(by);
                    item.setPrice(raised); // bug: `price` is reckoned from the value that `findByName` read
                    items.save(item);
                }
                @PostMapping("/sold")
                public void sold(Long id) {
                    Item item = items.findById(id).orElse(null);
                    if (item != null) {
                        item.setSold(item.getSold() == null ? 1L : item.getSold() + 1); // bug: `sold` is reckoned
                        items.save(item);
                    }
                }
                @PostMapping("/lambda")
                public void lambda(Long id) {
                    items.findById(id).ifPresent(item -> {
                        item.setStock(item.getStock() + 1); // bug: `stock` is reckoned from the value that `findById`
                        items.save(item);
                    });
                }
                @PostMapping("/all")
                public void all(List<Long> ids) {
                    Iterable<Item> found = items.findAllById(ids);
                    for (Item item : found) {
                        item.setStock(item.getStock() - 1); // bug: `stock` is reckoned from the value
                    }
                    items.saveAll(found);
                }
                @PostMapping("/other")
                public void other(Long id) {
                    Item item = items.findById(id).orElseThrow();
                    Item old = new Item();
                    old.setStock(item.getStock() + 1);
                    items.save(old); // fine: another row
                }
                @PostMapping("/replaced")
                public void replaced(Long id) {
                    Item item = items.findById(id).orElseThrow();
                    items.save(new Item().setId(item.getId())
                        .setStock(item.getStock() + 1)); // bug: `stock` is reckoned
                }
                @PostMapping("/plain")
                public void plain(Long id, int stock, String name) {
                    Item item = items.findById(id).orElseThrow();
                    item.setStock(stock + 1); // fine: does not depend on the old value
                    item.setName(item.getName() + name); // fine: no number
                    item.setOpen(!item.isOpen()); // fine: no number
                    item.setStock(item.getId().intValue() + 1); // fine: from another property
                    items.save(item);
                }
                @PostMapping("/shown")
                public Item shown(Long id) {
                    Item item = items.findById(id).orElseThrow();
                    item.setStock(item.getStock() + 5); // fine: not written back
                    return item;
                }
            }
            """);
    }

    @Test
    void oneMethodAway() {
        on("""
            package shop;
            import org.springframework.stereotype.Service;
            @Service
            public class Shop {
                private final Items items;
                public Shop(Items items) { this.items = items; }
                public void buy(Long id, int count) {
                    Item item = load(id);
                    item.take(count); // bug: `stock` is reckoned from the value that `load` read
                    store(item);
                }
                public void give(Long id, int count) {
                    Item item = load(id);
                    add(item, count); // bug: `stock` is reckoned from the value that `load` read
                    items.save(item);
                }
                private static void add(Item item, int count) {
                    item.setStock(item.getStock() + count);
                }
                private Item load(Long id) {
                    return items.findById(id).orElseThrow();
                }
                private void store(Item item) {
                    items.save(item);
                }
            }
            """);
    }

    @Test
    void theEndOfTheTransactionWrites() {
        on("""
            package shop;
            import jakarta.persistence.EntityManager;
            import org.springframework.stereotype.Service;
            import org.springframework.transaction.annotation.Transactional;
            @Service
            public class Shop {
                private final EntityManager entities;
                private final Items items;
                public Shop(EntityManager entities, Items items) { this.entities = entities; this.items = items; }
                @Transactional
                public void buy(Long id, int count) {
                    Item item = entities.find(Item.class, id);
                    item.setStock(item.getStock() - count); // bug: before the end of the transaction is lost
                }
                @Transactional
                public void part(Long id, int count) {
                    Item part = items.findById(id).orElseThrow().getPart();
                    part.take(count); // bug: before the end of the transaction is lost
                }
                @Transactional(readOnly = true)
                public int read(Long id, int count) {
                    Item item = entities.find(Item.class, id);
                    item.setStock(item.getStock() - count); // fine: nothing is written
                    return item.getStock();
                }
                public void detached(Long id, int count) {
                    Item item = items.findById(id).orElseThrow();
                    item.setStock(item.getStock() - count); // fine: no transaction writes it
                }
            }
            """);
    }

    @Test
    void oneAfterTheOther() {
        on(COUNTED, """
            package shop;
            import org.springframework.data.repository.CrudRepository;
            public interface CountedItems extends CrudRepository<Counted, Long> { }
            """, """
            package shop;
            public @interface SchedulerLock { }
            """, """
            package shop;
            import jakarta.persistence.*;
            import java.util.concurrent.locks.*;
            import org.springframework.data.redis.core.StringRedisTemplate;
            import org.springframework.scheduling.annotation.Scheduled;
            import org.springframework.stereotype.Service;
            import org.springframework.transaction.annotation.*;
            @Service
            public class Shop {
                private final Items items;
                private final CountedItems counted;
                private final EntityManager entities;
                private final StringRedisTemplate redis;
                private final Lock lock = new ReentrantLock();
                public Shop(Items items, CountedItems counted, EntityManager entities, StringRedisTemplate redis) {
                    this.items = items;
                    this.counted = counted;
                    this.entities = entities;
                    this.redis = redis;
                }
                public void versioned(Long id) {
                    Counted item = counted.findById(id).orElseThrow();
                    item.setStock(item.getStock() - 1); // fine: has a version
                    counted.save(item);
                }
                public void locked(Long id) {
                    Item item = items.findOneById(id).orElseThrow();
                    item.setStock(item.getStock() - 1); // fine: read with a lock
                    items.save(item);
                    Item other = items.findByIdForUpdate(id);
                    other.setStock(other.getStock() - 1); // fine: says so
                    items.save(other);
                }
                public void lockedByMode(Long id) {
                    Item item = entities.find(Item.class, id, LockModeType.PESSIMISTIC_WRITE);
                    item.setStock(item.getStock() - 1); // fine: read with a lock
                    entities.merge(item);
                }
                @Transactional(isolation = Isolation.SERIALIZABLE)
                public void serial(Long id) {
                    Item item = items.findById(id).orElseThrow();
                    item.setStock(item.getStock() - 1); // fine: serializable
                    items.save(item);
                }
                public void local(Long id) {
                    lock.lock();
                    try {
                        inside(id);
                    } finally {
                        lock.unlock();
                    }
                }
                private void inside(Long id) {
                    Item item = items.findById(id).orElseThrow();
                    item.setStock(item.getStock() - 1); // fine: the caller holds a lock
                    items.save(item);
                }
                @SchedulerLock
                public void job(Long id) {
                    Item item = items.findById(id).orElseThrow();
                    item.setStock(item.getStock() - 1); // fine: one job at a time
                    items.save(item);
                }
                public void inRedis(Long id) {
                    if (!Boolean.TRUE.equals(redis.opsForValue().setIfAbsent("item" + id, "1"))) {
                        return;
                    }
                    Item item = items.findById(id).orElseThrow();
                    item.setStock(item.getStock() - 1); // fine: a lock in Redis
                    items.save(item);
                }
                @Scheduled(fixedDelay = 1000)
                public void scheduled() {
                    Item item = items.findById(1L).orElseThrow();
                    item.setStock(item.getStock() - 1); // fine: one thread
                    items.save(item);
                }
            }
            """);
    }

    @Test
    void namesOfTheProgramAreNotBelieved() {
        on("""
            package shop;
            import java.util.concurrent.locks.*;
            public class Shop {
                static class Keys {
                    private final Lock lock = new ReentrantLock();
                    void lockFor(Long id, Runnable work) {
                        lock.lock();
                        try { work.run(); } finally { lock.unlock(); }
                    }
                }
                private final Items items;
                private final Keys keys = new Keys();
                public Shop(Items items) { this.items = items; }
                public void order(Long id) { lockStock(id); }
                private void lockStock(Long id) {
                    Item item = items.findById(id).orElseThrow();
                    item.setStock(item.getStock() - 1); // bug: `stock` is reckoned from the value that `findById` read
                    items.save(item);
                }
                public void give(Long id) { keys.lockFor(id, () -> back(id)); }
                private void back(Long id) {
                    Item item = items.findById(id).orElseThrow();
                    item.setStock(item.getStock() + 1); // fine: runs under a lock
                    items.save(item);
                }
            }
            """);
    }

    @Test
    void mappersOfTheProgram() {
        on("""
            package shop;
            public interface ItemMapper {
                Item selectByPrimaryKey(Long id);
                int updateByPrimaryKeySelective(Item item);
                int update(Item item, Object where);
            }
            """, """
            package shop;
            public class Shop {
                private final ItemMapper mapper;
                public Shop(ItemMapper mapper) { this.mapper = mapper; }
                public void buy(Long id, int count) {
                    Item item = mapper.selectByPrimaryKey(id);
                    item.setStock(item.getStock() - count); // bug: before `updateByPrimaryKeySelective` is lost
                    mapper.updateByPrimaryKeySelective(item);
                }
                public void compared(Long id, int count) {
                    Item item = mapper.selectByPrimaryKey(id);
                    item.setStock(item.getStock() - count); // fine: under a condition
                    mapper.update(item, "stock = old");
                }
            }
            """);
    }

    @Test
    void keysInRedis() {
        rule.on("""
            import org.springframework.data.redis.core.*;
            import redis.clients.jedis.Jedis;
            public class Counter {
                private final StringRedisTemplate redis;
                private final Jedis jedis = new Jedis();
                public Counter(StringRedisTemplate redis) { this.redis = redis; }
                public void count(String key) {
                    String old = redis.opsForValue().get(key);
                    int count = old == null ? 0 : Integer.parseInt(old);
                    redis.opsForValue().set(key, String.valueOf(count + 1)); // bug: `set` writes what was reckoned
                }
                public void plain(String key) {
                    jedis.set(key, Long.toString(Long.parseLong(jedis.get(key)) - 1)); // bug: `set` writes what was
                }
                public void right(String key) {
                    redis.opsForValue().increment(key);
                }
                public void other(String key, String to) {
                    String old = redis.opsForValue().get(key);
                    redis.opsForValue().set(to, String.valueOf(Integer.parseInt(old) + 1)); // fine: another key
                }
                public void replaced(String key, String value) {
                    if (!value.equals(redis.opsForValue().get(key))) {
                        redis.opsForValue().set(key, value); // fine: does not depend on the old value
                    }
                }
                public void inOneStep(String key) {
                    jedis.watch(key);
                    int old = Integer.parseInt(jedis.get(key));
                    jedis.set(key, String.valueOf(old + 1)); // fine: watched
                }
            }
            """);
    }
}
