package dev.plumbline.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMatchesTest {

    private static final List<String> NAMES = List.of("cause-dropped", "lazy-init-race", "lock-leak-on-exception",
        "resource-leak-on-path", "unbounded-cache");

    @Test
    void misspeltBeginningsAndSharedPartsAreNear() {
        assertEquals(List.of("cause-dropped"), NearMatches.of("cause-droped", NAMES));
        assertEquals(List.of("lock-leak-on-exception"), NearMatches.of("lockleak", NAMES));
        assertEquals(List.of("lock-leak-on-exception", "resource-leak-on-path"), NearMatches.of("lock-leak", NAMES));
        assertEquals(List.of("unbounded-cache"), NearMatches.of("big-cache", NAMES));
    }

    @Test
    void nothingIsNearToNonsense() {
        assertEquals(List.of(), NearMatches.of("qqqqqq", NAMES));
        assertEquals(List.of(), NearMatches.of("", NAMES));
    }
}
