package io.emaki.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.emaki.media.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceReaderTest {

    private final ReferenceReader reader = new ReferenceReader(1_000_000);

    @Test
    void readsPngJpegAndWebp() {
        assertThat(reader.read("image", Pictures.png(40, 30)).getWidth()).isEqualTo(40);
        assertThat(reader.read("image", Pictures.jpeg(40, 30)).getHeight()).isEqualTo(30);
        BufferedImage webp = reader.read("image", Base64.getDecoder().decode(WEBP));
        assertThat(List.of(webp.getWidth(), webp.getHeight())).containsExactly(32, 24);
    }

    @Test
    void whiteShowsThroughTransparency() {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(3, 4, 0xff204060);
        image.setRGB(5, 5, 0x00ff0000);

        BufferedImage read = reader.read("image", Pictures.encode(image, "png"));

        assertThat(new Color(read.getRGB(3, 4))).isEqualTo(new Color(0x204060));
        assertThat(new Color(read.getRGB(5, 5))).isEqualTo(Color.WHITE);
        assertThat(read.getColorModel().hasAlpha()).isFalse();
    }

    static Stream<Arguments> refused() {
        byte[] png = Pictures.png(40, 30);
        byte[] jpeg = Pictures.jpeg(40, 30);
        return Stream.of(
                Arguments.of(new byte[0], "must be a PNG, JPEG or WebP"),
                Arguments.of("hello, this is text".getBytes(StandardCharsets.UTF_8), "must be a PNG, JPEG or WebP"),
                Arguments.of(Pictures.encode(Pictures.gradient(20, 20), "gif"), "must be a PNG, JPEG or WebP"),
                Arguments.of(Pictures.encode(Pictures.gradient(20, 20), "bmp"), "must be a PNG, JPEG or WebP"),
                Arguments.of(Arrays.copyOf(png, 60), "is damaged"),
                Arguments.of(Arrays.copyOf(jpeg, 30), "is damaged"),
                Arguments.of(Arrays.copyOf(png, 8), "is damaged"),
                Arguments.of(claiming(50_000, 50_000), "at most 1000000 pixels, not 50000x50000"),
                Arguments.of(claiming(Integer.MAX_VALUE, Integer.MAX_VALUE), "at most 1000000 pixels"),
                Arguments.of(Pictures.png(15, 40), "at least 16x16"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(byte[] bytes, String expected) {
        assertThatThrownBy(() -> reader.read("image[2]", bytes))
                .isInstanceOfSatisfying(PictureRejectedException.class, rejected -> {
                    assertThat(rejected.field()).isEqualTo("image[2]");
                    assertThat(rejected.reason()).contains(expected);
                });
    }

    /** A PNG of one kilobyte whose header claims any size. */
    static byte[] claiming(int width, int height) {
        byte[] png = Arrays.copyOf(Pictures.png(40, 30), 1024);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    private static final String WEBP =
            "UklGRpoAAABXRUJQVlA4II4AAACwBQCdASogABgAPmUqkEWkIqGb/VQAQAZEtR3DxAn/I6EkSh+cvpqeoAAsXQ9SoWX7xc2kbXAA/v2yrGpK6c5wR6ExDZ//5aNHKsOOt/mbWemIzav06X/6ff8k1/mu0X8lmcnOdaofpvic56FRPi2MrE29G1Q0UZxvOIzJ1NdzyTsSA50B1O0CNnj0tAAA";
}
