package io.emaki.persona;

/** Which LoRA stacks a persona may be drawn with; answered by the feature that knows the stacks. */
public interface StackPolicy {

    /**
     * @param stack name as given in a request
     * @param matureAllowed whether the persona may be drawn with mature content
     * @throws io.emaki.problem.InvalidFieldException for {@code lora_stack}
     */
    void check(String stack, boolean matureAllowed);
}
