package fr.monespacesante.bench;

/// An invented woman born in May 1984: the place and the order of her birth make up to 900,000 different ones.
record Patient(int number) {
    static final String AUTHORITY = "1.2.250.1.213.1.4.10";
    static final String FAMILY = "DUPRE";
    static final String BIRTH_DATE = "1984-05-12";
    private static final int ORDERS = 900;
    /// COG code without its last digits, kept away from those of the cast.
    private static final int FIRST_PLACE = 60_001;

    Patient {
        if (number < 0 || number >= 1000 * ORDERS) {
            throw new IllegalArgumentException("more people than numbers for them");
        }
    }

    String ins() {
        String thirteen = "28405%s%03d".formatted(place(), 100 + number % ORDERS);
        return thirteen + "%02d".formatted(97 - Long.parseLong(thirteen) % 97);
    }

    String place() {
        return Integer.toString(FIRST_PLACE + number / ORDERS);
    }

    String email() {
        return "banc-" + number + "@courriel.test";
    }

    String vitaleSerial() {
        return "%011d".formatted(50_000_000_000L + number);
    }

    /// As a line of a campaign file. Nobody but the first few has an address for mails: letters are not measured here.
    String campaignLine(boolean reachable) {
        return String.join(
                ";",
                ins(),
                AUTHORITY,
                FAMILY,
                "Anne",
                FAMILY,
                "Anne",
                "F",
                BIRTH_DATE,
                place(),
                "01",
                number + " rue du Banc",
                "31000",
                "Toulouse",
                reachable ? email() : "",
                "",
                vitaleSerial(),
                "");
    }
}
