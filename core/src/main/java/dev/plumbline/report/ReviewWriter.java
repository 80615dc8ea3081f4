package dev.plumbline.report;

import dev.plumbline.engine.Review;

/** A judged change in, text out. */
public interface ReviewWriter {

    String write(Review review);
}
