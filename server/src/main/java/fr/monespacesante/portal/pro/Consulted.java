package fr.monespacesante.portal.pro;

import fr.monespacesante.account.Space;
import fr.monespacesante.kernel.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The patients whom a professional found in this session, the latest first: nothing of them outlives it.
@Component
class Consulted {
    private static final String KEY = "mes.pro.patients";
    private static final int MOST = 30;

    private final Ids ids;
    private final Clock clock;

    Consulted(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    List<Patient> all(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        List<Patient> patients = new ArrayList<>();
        Instant now = clock.instant();
        if (session != null && session.getAttribute(KEY) instanceof List<?> kept) {
            for (Object each : kept) {
                if (each instanceof Patient patient) {
                    boolean over =
                            patient.urgency() != null && !patient.urgency().lastsAt(now);
                    patients.add(over ? patient.with(null) : patient);
                }
            }
        }
        return patients;
    }

    Optional<Patient> find(HttpServletRequest request, String number) {
        return all(request).stream()
                .filter(patient -> patient.number().toString().equals(number))
                .findFirst();
    }

    /// Under the number they had already in this session, or a new one.
    Patient keep(HttpServletRequest request, Space space) {
        Patient patient = all(request).stream()
                .filter(known -> known.space().equals(space.id()))
                .findFirst()
                .orElseGet(() -> Patient.of(ids.next(), space.id(), space.person()));
        put(request, patient);
        return patient;
    }

    void put(HttpServletRequest request, Patient patient) {
        ArrayList<Patient> patients = new ArrayList<>(all(request));
        patients.removeIf(known -> known.number().equals(patient.number()));
        patients.addFirst(patient);
        while (patients.size() > MOST) {
            patients.removeLast();
        }
        request.getSession().setAttribute(KEY, patients);
    }

    Instant now() {
        return clock.instant();
    }
}
