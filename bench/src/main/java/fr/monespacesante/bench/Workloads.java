package fr.monespacesante.bench;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/// The requests of the workloads. What comes back is looked at: a short list or a cut document counts as an error.
final class Workloads {
    private static final String DEPOSIT =
            "POST /fhir HTTP/1.1\r\nContent-Type: application/fhir+json\r\nAccept: application/fhir+json\r\n";
    private static final int WRONG_CONTENT = 1;

    private final Places places;
    private final Doctor doctor;
    private final Deposit pdf;
    private final Deposit.OfCda cda;

    Workloads(Places places, Doctor doctor) throws IOException {
        this.places = places;
        this.doctor = doctor;
        this.pdf = Deposit.pdf();
        this.cda = new Deposit.OfCda();
    }

    /// W1: a PDF of 100 KB into any space.
    int depositPdf(Client client, RandomGenerator chance) throws IOException {
        return status(client.software().send(DEPOSIT, pdf.body(Places.any(places.fed(), chance), chance)));
    }

    /// W1c: a CDA of 136 KB.
    int depositCda(Client client, RandomGenerator chance) throws IOException {
        return status(client.software().send(DEPOSIT, cda.body(Places.any(places.fed(), chance), chance)));
    }

    /// W2: all documents of a space.
    Work list(List<Patient> people, int documents) {
        return (client, chance) -> {
            Connection.Response answer = doctor.list(client.pages(), Places.any(people, chance), "&_count=1000");
            boolean whole = answer.text().contains("\"total\":" + documents);
            return answer.isGood() && !whole ? WRONG_CONTENT : status(answer);
        };
    }

    /// W3: one of the documents of 100 KB.
    Work fetch(List<String> binaries) {
        return (client, chance) -> {
            Connection.Response answer = doctor.fetch(client.pages(), binaries.get(chance.nextInt(binaries.size())));
            boolean whole = answer.body().length == Deposit.PDF_SIZE;
            return answer.isGood() && !whole ? WRONG_CONTENT : status(answer);
        };
    }

    /// W4: half lists, two fifths documents, one tenth deposits.
    Work mix(int few, List<String> binaries) {
        Work list = list(places.few(), few);
        Work fetch = fetch(binaries);
        return (client, chance) -> {
            int die = chance.nextInt(10);
            if (die < 5) {
                return list.once(client, chance);
            }
            return die < 9 ? fetch.once(client, chance) : depositPdf(client, chance);
        };
    }

    /// W6, as a doctor's software sees it.
    Work heavy(String more) {
        return (client, chance) -> status(doctor.list(client.pages(), places.heavy(), more));
    }

    private static int status(Connection.Response answer) {
        return answer.isGood() ? 0 : answer.status();
    }
}
