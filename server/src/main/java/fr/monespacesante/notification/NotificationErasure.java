package fr.monespacesante.notification;

import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.vault.SpaceRows;
import java.util.List;

/// Everything the holder was told, and what was still to be told.
final class NotificationErasure implements ErasureStep {
    private final SpaceRows rows;

    NotificationErasure(SpaceRows rows) {
        this.rows = rows;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public List<String> tables() {
        return List.of(
                "notification.notice",
                "notification.preferences",
                "notification.owed",
                "notification.push_device",
                "notification.account_news");
    }

    @Override
    public void erase(SpaceId space) {
        rows.remove(space, tables());
    }
}
