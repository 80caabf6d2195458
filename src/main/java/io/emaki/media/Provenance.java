package io.emaki.media;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a mark says about how a picture was made. It holds no prompt: a mark travels with the picture, and a prompt may
 * quote a private story.
 *
 * @param source whether all of the picture comes from the model
 * @param software name of the program, written as {@code xmp:CreatorTool}
 * @param details further facts, in this order; keys are 1 to 40 letters and digits starting with a letter
 */
public record Provenance(Source source, String software, SequencedMap<String, String> details) {

    /** IPTC's digital source types that apply here, see http://cv.iptc.org/newscodes/digitalsourcetype/. */
    public enum Source {
        /** Every pixel comes from the model. */
        TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia"),
        /** Parts of a real picture remain. */
        COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA("compositeWithTrainedAlgorithmicMedia");

        private static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";

        private final String term;

        Source(String term) {
            this.term = term;
        }

        public String uri() {
            return VOCABULARY + term;
        }
    }

    public Provenance {
        details = new LinkedHashMap<>(details);
        for (String key : details.keySet()) {
            if (!key.matches("[A-Za-z][A-Za-z0-9]{0,39}")) {
                throw new IllegalArgumentException("'" + key + "' cannot name a detail of a mark");
            }
        }
    }

    /** All pixels made by the model. */
    public static Provenance generated(String software, Map<String, String> details) {
        return new Provenance(Source.TRAINED_ALGORITHMIC_MEDIA, software, new LinkedHashMap<>(details));
    }
}
