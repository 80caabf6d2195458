package io.emaki.intent.embedded.japanese;

import io.emaki.intent.Axis;
import io.emaki.intent.Op;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A verb with the nouns that it needs to say that something changes. {@code rules.txt} explains how it is written.
 *
 * @param posture the kind of pose; empty on other axes
 * @param flags who has to act and where a rule counts, see {@link Agency} and {@link Cues}
 */
record Frame(Axis axis, Op op, String posture, Set<String> flags, List<Slot> slots, Set<String> verbs) {

    /** @param particles those that the noun may have; empty for any */
    record Slot(boolean object, boolean absent, List<String> classes, Set<String> particles) {}

    /** @param object what changes, or {@code null} where the frame names nothing */
    record Match(Frame frame, Deed deed, @Nullable Noun object) {}

    private static final Pattern WHILE = Pattern.compile("^(まま|姿勢|格好|体勢|形で|ポーズ)");

    boolean is(String flag) {
        return flags.contains(flag);
    }

    @Nullable
    Match in(Deed deed, Looks looks) {
        if (!verbs.contains("*") && deed.names().stream().noneMatch(verbs::contains)) {
            return null;
        }
        Noun described = deed.described();
        boolean describes = described != null && !looks.is(described, "#persona");
        if (is("describing") ? described == null : describes) {
            return null;
        }
        if (is("passive") && !deed.tail().contains(" れる/") && !deed.tail().contains(" られる/")) {
            return null;
        }
        if (is("while") && !WHILE.matcher(deed.after()).find()) {
            return null;
        }
        Noun object = null;
        for (Slot slot : slots) {
            Noun filler = filler(slot, deed, looks);
            if ((filler == null) != slot.absent()) {
                return null;
            }
            object = slot.object() ? filler : object;
        }
        return new Match(this, deed, object);
    }

    private @Nullable Noun filler(Slot slot, Deed deed, Looks looks) {
        if (slot.particles().contains("~")) {
            Noun described = deed.described();
            return described != null && fits(slot, described, looks) ? described : null;
        }
        for (Noun noun : deed.nouns().reversed()) {
            boolean byOwner =
                    slot.particles().contains("の") || (slot.particles().contains("の人") && looks.is(noun, "#persona"));
            Noun owner = byOwner ? noun.owner() : null;
            if (owner != null && fits(slot, owner, looks)) {
                return owner;
            }
            if (fits(slot, noun, looks) && hasParticle(slot, noun)) {
                return noun;
            }
        }
        for (Noun noun : deed.carried().reversed()) {
            boolean missing = noun.particle().equals("を")
                    ? deed.nouns().stream().noneMatch(own -> own.particle().equals("を"))
                    : deed.nouns().stream()
                            .noneMatch(own -> Set.of("は", "が", "も").contains(own.particle()));
            if (missing && !slot.absent() && hasParticle(slot, noun) && fits(slot, noun, looks)) {
                return noun;
            }
        }
        return null;
    }

    private static boolean hasParticle(Slot slot, Noun noun) {
        return slot.particles().isEmpty()
                || slot.particles().contains(noun.particle().isEmpty() ? "-" : noun.particle());
    }

    private static boolean fits(Slot slot, Noun noun, Looks looks) {
        return slot.classes().stream().anyMatch(name -> looks.is(noun, name));
    }
}
