package io.emaki.idempotency;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the filter behind the one that finds the caller. */
@Configuration
class IdempotencyConfiguration {

    @Bean
    static FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(AnswerStore answers, ProblemWriter problems) {
        FilterRegistrationBean<IdempotencyFilter> registration =
                new FilterRegistrationBean<>(new IdempotencyFilter(answers, problems));
        registration.addUrlPatterns("/api/v1/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
        return registration;
    }
}
