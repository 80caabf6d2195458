package io.emaki.demo;

/** Hears how the demo gets on; each line is meant for people. */
@FunctionalInterface
public interface DemoListener {

    void line(String text);
}
