package io.emaki.imaging.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(WebLimits.class)
class ImagesConfiguration {}
