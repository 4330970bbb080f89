package fr.monespacesante.ops;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/// `POST /actuator/integrity` begins a check, `GET` says how far it is and what it found. `bin/integrity` does both.
@Endpoint(id = "integrity")
public final class IntegrityEndpoint {
    private final IntegrityCheck check;

    IntegrityEndpoint(IntegrityCheck check) {
        this.check = check;
    }

    @ReadOperation
    public Object latest() {
        return check.latest();
    }

    @WriteOperation
    public Object start() {
        return check.start();
    }
}
