package io.emaki.media;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(MediaProperties.class)
class MediaConfiguration {

    @Bean
    static MediaStore mediaStore(MediaProperties properties) {
        return new FolderMediaStore(properties.pictures());
    }
}
