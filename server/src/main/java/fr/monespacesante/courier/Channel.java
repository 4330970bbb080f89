package fr.monespacesante.courier;

/// How a letter travels.
enum Channel {
    EMAIL(Letter.Email.class),
    SMS(Letter.Sms.class),
    POST(Letter.Post.class),
    PUSH(Letter.Push.class);

    private final Class<? extends Letter> type;

    Channel(Class<? extends Letter> type) {
        this.type = type;
    }

    Class<? extends Letter> type() {
        return type;
    }

    static Channel of(Letter letter) {
        return switch (letter) {
            case Letter.Email _ -> EMAIL;
            case Letter.Sms _ -> SMS;
            case Letter.Post _ -> POST;
            case Letter.Push _ -> PUSH;
        };
    }
}
