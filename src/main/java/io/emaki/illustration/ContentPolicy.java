package io.emaki.illustration;

import io.emaki.imaging.LoraCatalog;
import io.emaki.imaging.LoraStackDefinition;
import io.emaki.imaging.Rating;
import io.emaki.persona.LooksPolicy;
import io.emaki.persona.Persona;
import io.emaki.persona.StackPolicy;
import io.emaki.policy.ContentRules;
import io.emaki.policy.Verdict;
import io.emaki.problem.InvalidFieldException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What may be drawn of whom. A persona is safe for work unless the operator has attested an adult and allowed mature
 * pictures; a stack with one mature adapter is a mature stack.
 */
@Component
class ContentPolicy implements StackPolicy, LooksPolicy {

    private final LoraCatalog stacks;
    private final ContentRules rules;

    ContentPolicy(LoraCatalog stacks, ContentRules rules) {
        this.stacks = stacks;
        this.rules = rules;
    }

    @Override
    public void check(String stack, boolean matureAllowed) {
        Optional<LoraStackDefinition> known = stacks.find(stack);
        if (known.isEmpty()) {
            String names =
                    stacks.stacks().stream().map(LoraStackDefinition::name).collect(Collectors.joining(", "));
            throw new InvalidFieldException("lora_stack", "must be one of " + names);
        }
        if (isRefused(known.get(), matureAllowed)) {
            throw new InvalidFieldException(
                    "lora_stack", "is rated mature; the persona needs adult_attested and mature_allowed");
        }
    }

    /**
     * Checked again before every edit: a stack's rating can change after the persona was made.
     *
     * @throws RefusedException when the persona's stack is too mature for it, or gone
     */
    void requireDrawable(Persona persona) {
        persona.loraStack().ifPresent(stack -> {
            LoraStackDefinition known = stacks.find(stack)
                    .orElseThrow(() -> new RefusedException("the LoRA stack " + stack + " is not configured any more"));
            if (isRefused(known, persona.matureAllowed())) {
                throw new RefusedException("the LoRA stack " + stack + " is rated mature and the persona is not");
            }
        });
    }

    private static boolean isRefused(LoraStackDefinition stack, boolean matureAllowed) {
        return stack.rating() == Rating.MATURE && !matureAllowed;
    }

    @Override
    public Optional<String> refusal(String text, boolean adultAttested, boolean matureAllowed) {
        Verdict verdict = rules.judge(text, adultAttested, matureAllowed);
        return verdict.allowed() ? Optional.empty() : Optional.of(verdict.rule() + ": " + verdict.reason());
    }
}
