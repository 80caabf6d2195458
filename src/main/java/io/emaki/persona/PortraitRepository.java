package io.emaki.persona;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface PortraitRepository extends Repository<Portrait, UUID> {

    Portrait save(Portrait portrait);

    List<Portrait> findByPersonaIdAndIdentitySha256AndAppearanceKeyOrderByCreatedAtAsc(
            UUID personaId, String identitySha256, String appearanceKey, Limit limit);

    Optional<Portrait> findFirstByPersonaIdAndIdentitySha256AndPictureSha256(
            UUID personaId, String identitySha256, String pictureSha256);
}
