package io.emaki;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service. Commands that need it start it themselves; the others run without Spring. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EmakiApplication {}
