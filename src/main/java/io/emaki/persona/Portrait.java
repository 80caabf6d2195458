package io.emaki.persona;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A picture of a persona together with the appearance that it shows, kept so that a return to it needs no edit. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are only ever compared, by queries
public class Portrait {

    @Id
    private UUID id;

    private UUID personaId;
    private String identitySha256;
    private @Nullable String loraStack;
    private @Nullable String modelHash;
    private String appearanceKey;
    private String pictureSha256;
    private int width;
    private int height;
    private int editDepth;
    private @Nullable String instruction;
    private @Nullable String parameters;
    private Instant createdAt;

    protected Portrait() {}

    Portrait(Persona persona, String identity, Picturing picturing, Instant now) {
        this(persona, identity, picturing.appearance(), picturing.picture(), now);
        this.modelHash = picturing.modelHash();
        this.editDepth = picturing.depth();
        this.instruction = picturing.instruction();
        this.parameters = picturing.parameters();
    }

    Portrait(Persona persona, String identity, Appearance shown, ShownPicture picture, Instant now) {
        this.id = UUID.randomUUID();
        this.personaId = persona.id();
        this.identitySha256 = identity;
        this.loraStack = persona.loraStack().orElse(null);
        this.appearanceKey = shown.key();
        this.pictureSha256 = picture.sha256();
        this.width = picture.width();
        this.height = picture.height();
        this.createdAt = now;
    }

    /** Pictures from outside fit every model. */
    boolean fits(@Nullable String model, @Nullable String stack) {
        boolean sameModel = modelHash == null || modelHash.equals(model);
        return sameModel && (parameters == null || Objects.equals(loraStack, stack));
    }

    boolean shows(Appearance appearance) {
        return appearanceKey.equals(appearance.key());
    }

    public ShownPicture picture() {
        return new ShownPicture(pictureSha256, width, height);
    }

    public int editDepth() {
        return editDepth;
    }

    /** The words that it was made with; empty for a picture from outside. */
    public Optional<String> instruction() {
        return Optional.ofNullable(instruction);
    }

    public Optional<String> parameters() {
        return Optional.ofNullable(parameters);
    }

    public Optional<String> modelHash() {
        return Optional.ofNullable(modelHash);
    }
}
