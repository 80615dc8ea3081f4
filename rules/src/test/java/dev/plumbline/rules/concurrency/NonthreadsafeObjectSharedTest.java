package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class NonthreadsafeObjectSharedTest {

    private final RuleTest rule = RuleTest.of(new NonthreadsafeObjectShared());

    @Test
    void staticFormattersAndDigestsOfBeans() {
        rule.on("""
            import java.security.*;
            import java.text.*;
            import java.util.*;
            import org.springframework.web.bind.annotation.*;
            class Formats {
                static final DateFormat DAY = new SimpleDateFormat("yyyy-MM-dd");
                private static final DecimalFormat MONEY = new DecimalFormat("0.00");
                static String day(Date d) { return DAY.format(d); } // bug: all threads use one `DateFormat`
                static String money(double n) { return MONEY.format(n); } // bug: one `DecimalFormat`
                static String copy(Date d) { return ((DateFormat) DAY.clone()).format(d); } // fine: a copy
                static synchronized String held(Date d) { return DAY.format(d); } // fine: a lock
                static String made(Date d) { return new SimpleDateFormat("yyyy").format(d); } // fine: its own
            }
            @RestController
            class Hashes {
                private final MessageDigest digest;
                Hashes() throws NoSuchAlgorithmException { digest = MessageDigest.getInstance("SHA-256"); }
                @GetMapping("/h") byte[] hash(String s) { return digest.digest(s.getBytes()); } // bug: `MessageDigest`
            }
            """);
    }

    @Test
    void oneThreadOrOneObjectEachIsFine() {
        rule.on("""
            import java.text.*;
            import java.util.*;
            class Report {
                private static final DateFormat DAY = new SimpleDateFormat("yyyy-MM-dd");
                private static final ThreadLocal<DateFormat> EACH = ThreadLocal.withInitial(SimpleDateFormat::new);
                private final DateFormat own = new SimpleDateFormat("yyyy");
                public static void main(String[] args) { print(); }
                private static void print() { System.out.println(DAY.format(new Date())); } // fine: only main
                String year(Date d) { return own.format(d); } // fine: each object has its own
                String each(Date d) { return EACH.get().format(d); } // fine: each thread has its own
            }
            """);
    }
}
