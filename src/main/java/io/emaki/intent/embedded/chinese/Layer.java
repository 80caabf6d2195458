package io.emaki.intent.embedded.chinese;

import io.emaki.intent.embedded.lexicon.Lexicon;
import java.util.List;

/** Rules and the words that they see as their class. */
record Layer(Lexicon lexicon, List<Needs> rules) {}
