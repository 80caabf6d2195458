package io.emaki.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class AiMarkTest {

    private static final String IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String GENERATED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    private final Provenance provenance =
            Provenance.generated("Emaki 1 <test> & \"more\"", new LinkedHashMap<>(Map.of("seed", "42")));

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void writesWellFormedXmpAndLeavesThePixels(String format) throws Exception {
        byte[] plain = Pictures.encode(Pictures.gradient(40, 30), format);

        byte[] marked = AiMark.mark(plain, provenance);

        Document xmp = parse(AiMark.read(marked).orElseThrow());
        assertThat(text(xmp, IPTC_EXT, "DigitalSourceType")).isEqualTo(GENERATED);
        assertThat(text(xmp, "http://ns.adobe.com/xap/1.0/", "CreatorTool")).isEqualTo("Emaki 1 <test> & \"more\"");
        assertThat(text(xmp, "urn:emaki:provenance:1#", "seed")).isEqualTo("42");
        assertThat(AiMark.isMarked(plain)).isFalse();
        assertThat(AiMark.isMarked(marked)).isTrue();
        assertThat(pixels(marked)).isEqualTo(pixels(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aSecondMarkTakesThePlaceOfTheFirst(String format) {
        byte[] plain = Pictures.encode(Pictures.gradient(40, 30), format);
        Provenance composite = new Provenance(
                Provenance.Source.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA, "Emaki 2", new LinkedHashMap<>());

        byte[] once = AiMark.mark(plain, composite);
        byte[] twice = AiMark.mark(AiMark.mark(plain, provenance), composite);

        assertThat(twice).isEqualTo(once);
        assertThat(AiMark.read(twice).orElseThrow()).contains("compositeWithTrainedAlgorithmicMedia");
    }

    @Test
    void anIndependentPngReaderFindsTheChunk() throws IOException {
        byte[] marked = AiMark.png(Pictures.png(4, 4), provenance);
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(marked))) {
            reader.setInput(in);
            Node entry = ((Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0"))
                    .getElementsByTagName("iTXtEntry")
                    .item(0);
            assertThat(((Element) entry).getAttribute("keyword")).isEqualTo("XML:com.adobe.xmp");
            assertThat(((Element) entry).getAttribute("text")).contains(GENERATED);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void refusesAPngThatLies() {
        byte[] png = Pictures.png(4, 4);
        assertThatThrownBy(() -> AiMark.png(Arrays.copyOf(png, png.length - 5), provenance))
                .isInstanceOf(MediaException.class);
        byte[] long1 = png.clone();
        long1[8] = 0x7f;
        assertThatThrownBy(() -> AiMark.png(long1, provenance)).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> AiMark.jpeg(Arrays.copyOf(Pictures.jpeg(4, 4), 30), provenance))
                .isInstanceOf(MediaException.class);
    }

    private static int[] pixels(byte[] picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes("UTF-8")));
    }

    private static String text(Document xmp, String namespace, String name) {
        NodeList found = xmp.getElementsByTagNameNS(namespace, name);
        assertThat(found.getLength()).isOne();
        return found.item(0).getTextContent();
    }
}
