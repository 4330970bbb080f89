package fr.monespacesante.ops;

import fr.monespacesante.vault.Rotation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/// `POST /actuator/rotation` begins a rotation of the master keys, `GET` says where it stands. `bin/rotate` does both.
@Endpoint(id = "rotation")
public final class RotationEndpoint {
    private final Rotation rotation;

    RotationEndpoint(Rotation rotation) {
        this.rotation = rotation;
    }

    @ReadOperation
    public Object status() {
        return said(rotation.status());
    }

    @WriteOperation
    public Object begin() {
        Rotation.Status begun = rotation.begin();
        Thread.ofVirtual().name("rotation").start(rotation::goOn);
        return said(begun);
    }

    private static Map<String, Object> said(Rotation.Status status) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("beganAt", status.beganAt().toString());
        said.put("rewrapped", status.rewrapped());
        status.finishedAt().ifPresent(at -> said.put("finishedAt", at.toString()));
        status.destroyedAt().ifPresent(at -> said.put("destroyedAt", at.toString()));
        return said;
    }
}
