package fr.monespacesante.identity;

import fr.monespacesante.vault.Directory;
import fr.monespacesante.vault.Place;
import java.util.UUID;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;

/// The attributes of a session, sealed on their way to the database: a name in the principal is not
/// readable there,
/// and nothing that was not sealed here is ever deserialised.
final class SealedAttributes extends GenericConversionService {
    private static final Place PLACE = new Place("identity.spring_session_attributes", new UUID(0, 0), 0);

    SealedAttributes(Directory directory, ClassLoader classes) {
        SerializingConverter serializer = new SerializingConverter();
        DeserializingConverter deserializer = new DeserializingConverter(classes);
        addConverter(Object.class, byte[].class, value -> directory.seal(PLACE, serializer.convert(value)));
        addConverter(
                byte[].class,
                Object.class,
                stored -> deserializer.convert(directory.open(PLACE, stored, byte[].class)));
    }
}
