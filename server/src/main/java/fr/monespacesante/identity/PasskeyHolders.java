package fr.monespacesante.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/// Whose passkeys they are, as Spring Security asks: a citizen, under her number, with the name that her device shows.
@Component
final class PasskeyHolders implements PublicKeyCredentialUserEntityRepository {
    private final Citizens citizens;

    PasskeyHolders(Citizens citizens) {
        this.citizens = citizens;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return of(citizens.find(PasskeyRows.citizen(handle)));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return of(citizens.find(new CitizenId(UUID.fromString(name))));
    }

    /// Citizens come by their activation, not by a passkey.
    @Override
    public void save(PublicKeyCredentialUserEntity holder) {
        throw new IllegalStateException("nobody becomes a citizen by a passkey");
    }

    @Override
    public void delete(Bytes handle) {
        throw new IllegalStateException("a citizen is not removed by a passkey");
    }

    private static @Nullable PublicKeyCredentialUserEntity of(Optional<Citizen> citizen) {
        return citizen.map(known -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(PasskeyRows.handle(known.id()))
                        .name(known.displayName())
                        .displayName(known.displayName())
                        .build())
                .orElse(null);
    }
}
