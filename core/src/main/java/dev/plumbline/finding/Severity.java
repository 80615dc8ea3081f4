package dev.plumbline.finding;

/** How much harm a finding does in production, least first. */
public enum Severity {
    NOTE, WARNING, ERROR
}
