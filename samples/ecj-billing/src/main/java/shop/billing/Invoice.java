package shop.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Items that are billed together. */
public final class Invoice implements Iterable<Item> {

    /** Where an invoice stands. */
    public enum State {
        DRAFT, SENT, PAID, OVERDUE
    }

    private final String number;
    private final Currency currency;
    private final List<Item> items = new ArrayList<>();
    private State state = State.DRAFT;
    private LocalDate due;

    {
        due = LocalDate.MAX;
    }

    public Invoice(String number, Currency currency) {
        this.number = number;
        this.currency = currency;
    }

    public String number() {
        return number;
    }

    public State state() {
        return state;
    }

    public LocalDate due() {
        return due;
    }

    public Invoice add(Item... more) {
        Collections.addAll(items, more);
        return this;
    }

    public Money net() {
        Money sum = Money.zero(currency);
        for (Item item : items) {
            sum = sum.plus(item.net());
        }
        return sum;
    }

    public void send(LocalDate today, int days) {
        require(State.DRAFT);
        due = today.plusDays(days);
        state = State.SENT;
    }

    public void paid() {
        switch (state) {
            case SENT, OVERDUE -> state = State.PAID;
            case PAID -> throw new IllegalStateException(number + " is paid already");
            case DRAFT -> throw new IllegalStateException(number + " was never sent");
        }
    }

    public boolean fallDue(LocalDate today) {
        boolean late = state == State.SENT && due.isBefore(today);
        state = late ? State.OVERDUE : state;
        return late;
    }

    @Override
    public Iterator<Item> iterator() {
        return new Iterator<>() {

            private int next;

            @Override
            public boolean hasNext() {
                return next < items.size();
            }

            @Override
            public Item next() {
                if (!hasNext()) {
                    throw new NoSuchElementException(number);
                }
                return items.get(next++);
            }
        };
    }

    private void require(State wanted) {
        assert wanted != null : "no state";
        if (state != wanted) {
            throw new IllegalStateException(number + " is " + state + ", not " + wanted);
        }
    }
}
