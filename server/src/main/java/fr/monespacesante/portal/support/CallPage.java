package fr.monespacesante.portal.support;

import fr.monespacesante.account.SpaceLife;
import fr.monespacesante.account.SpaceLife.Event;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.SpaceStories.Story;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.support.CallDesk;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A call: where the space stands, what to say about it, what can be done.
public record CallPage(CallDesk.Sheet sheet, Instant now) implements PageModel {
    /// Something that happened to the space.
    public record Happened(Instant at, Message what, String by) {}

    static String address(CallDesk.Sheet sheet) {
        return QuestionsPage.ADDRESS + "/appels/" + sheet.call().id();
    }

    @Override
    public Message title() {
        return SupportText.CALL.plain();
    }

    @Override
    public Section section() {
        return Section.SUPPORT;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/agent", FrameText.TRAIL_HOME),
                Crumb.of(QuestionsPage.ADDRESS, SupportText.TITLE),
                Crumb.of("", SupportText.CALL));
    }

    public String address() {
        return address(sheet);
    }

    public SupportText state() {
        return SupportText.of(sheet.story().state());
    }

    public String badge() {
        return switch (sheet.story().state()) {
            case ACTIVATED -> "fr-badge--success";
            case OPEN -> "fr-badge--info";
            case NOTIFIED -> "fr-badge--new";
            case OPPOSED, CLOSED, DECEASED, ERASED -> "";
        };
    }

    /// What the agent may say to the caller about it.
    public Message say() {
        Story story = sheet.story();
        return switch (story.state()) {
            case NOTIFIED ->
                story.opensAt()
                        .map(opens -> SupportText.SAY_NOTIFIED.with(opens.minusSeconds(1)))
                        .orElseGet(SupportText.SAY_WAITING::plain);
            case OPPOSED -> SupportText.SAY_OPPOSED.plain();
            case OPEN -> SupportText.SAY_OPEN.plain();
            case ACTIVATED -> SupportText.SAY_ACTIVATED.plain();
            case CLOSED -> SupportText.SAY_CLOSED.plain();
            case DECEASED -> SupportText.SAY_DECEASED.plain();
            case ERASED -> SupportText.SAY_ERASED.plain();
        };
    }

    /// Where the provisional code stands; empty where none was ever made.
    public Optional<Message> code() {
        return sheet.story()
                .code()
                .map(code -> code.used()
                        ? SupportText.CODE_USED.plain()
                        : code.late()
                                ? SupportText.CODE_LATE.with(code.expiresAt())
                                : SupportText.CODE_GOOD.with(
                                        code.sentAt(), code.expiresAt().minusSeconds(1)));
    }

    public boolean maySendCode() {
        return may(Event.ACTIVATE);
    }

    public boolean mayOppose() {
        return may(Event.OPPOSE)
                && sheet.story().opensAt().filter(end -> !end.isAfter(now)).isEmpty();
    }

    public boolean mayClose() {
        return may(Event.CLOSE);
    }

    public boolean mayChangeContact() {
        return sheet.story().state() == SpaceState.ACTIVATED && sheet.contact().isPresent();
    }

    /// The life of the space, newest first.
    public List<Happened> happened() {
        Story story = sheet.story();
        return Stream.of(
                        happened(story.invitedAt(), SupportText.WAS_INVITED),
                        happened(story.opposedAt(), SupportText.WAS_OPPOSED),
                        happened(story.openedAt(), SupportText.WAS_OPENED),
                        happened(story.activatedAt(), SupportText.WAS_ACTIVATED),
                        happened(story.closedAt(), SupportText.WAS_CLOSED),
                        sheet.done().stream()
                                .map(done -> new Happened(
                                        done.at(), SupportText.of(done.what()).plain(), done.agent())))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Happened::at).reversed())
                .toList();
    }

    private static Stream<Happened> happened(Optional<Instant> at, SupportText what) {
        return at.stream().map(moment -> new Happened(moment, what.plain(), ""));
    }

    private boolean may(Event event) {
        return SpaceLife.after(sheet.story().state(), event).isPresent();
    }
}
