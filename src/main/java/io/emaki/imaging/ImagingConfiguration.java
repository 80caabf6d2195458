package io.emaki.imaging;

import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties({
    ImagingProperties.class,
    ModelProperties.class,
    LoraProperties.class,
    ImagingFolders.class
})
class ImagingConfiguration {

    @Bean
    static LoraCatalog loraCatalog(LoraProperties lora, ImagingFolders folders) {
        Path configs = lora.configsDir() == null ? folders.loraConfigs() : Path.of(lora.configsDir());
        Path adapters = lora.adaptersDir() == null ? configs.resolve("adapters") : Path.of(lora.adaptersDir());
        return new LoraCatalog(LoraConfigReader.read(configs), adapters);
    }

    @Bean
    static ReferenceReader referenceReader(ImagingProperties properties) {
        return new ReferenceReader(properties.maxReferencePixels());
    }

    // The queue closes the editor on the device's own thread, after the last picture.
    @Bean(destroyMethod = "")
    static ImageEditor imageEditor(
            ModelProperties model, ImagingFolders folders, LoraCatalog loras, ReferenceReader references) {
        return new EmbeddedImageEditor(new EngineOpener(model, folders), loras, references);
    }

    @Bean
    static RenderQueue renderQueue(ImageEditor editor, ImagingProperties properties) {
        return new RenderQueue(editor, properties.queueCapacity());
    }
}
