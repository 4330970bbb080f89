package fr.monespacesante.portal;

/// One sentence shown once at the top of the page after something was done.
public record Notice(Kind kind, Message message) {
    public enum Kind {
        SUCCESS("fr-alert--success"),
        INFORMATION("fr-alert--info"),
        WARNING("fr-alert--warning"),
        ERROR("fr-alert--error");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    public static Notice success(Text text) {
        return new Notice(Kind.SUCCESS, text.plain());
    }

    public static Notice error(Text text) {
        return new Notice(Kind.ERROR, text.plain());
    }
}
