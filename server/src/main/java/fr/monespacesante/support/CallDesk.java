package fr.monespacesante.support;

import fr.monespacesante.access.AccountHistory.What;
import fr.monespacesante.account.Closings;
import fr.monespacesante.account.Identification;
import fr.monespacesante.account.Invitations;
import fr.monespacesante.account.Oppositions;
import fr.monespacesante.account.Space;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.SpaceStories;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.identity.OwnCredentials;
import fr.monespacesante.identity.Unlocking;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/// What an agent of the 3422 can do in a call (SUP-01). Everything but the identification asks for the call, which is
/// refused with `NOT_FOUND` once it is over or when it is another agent's.
public final class CallDesk {
    private static final int ACTS = 20;

    private final Calls calls;
    private final Acts acts;
    private final Account account;
    private final Login login;
    private final TransactionTemplate transactions;

    CallDesk(Calls calls, Acts acts, Account account, Login login, TransactionTemplate transactions) {
        this.calls = calls;
        this.acts = acts;
        this.account = account;
        this.login = login;
        this.transactions = transactions;
    }

    /// What of the life of a space the desk turns to.
    record Account(
            Identification identification,
            Spaces spaces,
            SpaceStories stories,
            Invitations invitations,
            Oppositions oppositions,
            Closings closings) {}

    /// What of signing in the desk turns to.
    record Login(Citizens citizens, OwnCredentials credentials, Unlocking unlocking) {}

    /// What an agent sees: where the space stands, never what it holds.
    ///
    /// @param name of the person, known to the agent from the answers
    /// @param contact where codes go, masked; empty when there is no login yet
    /// @param proof reference of the opposition that is in force, for the caller to write down
    public record Sheet(
            Call call,
            String name,
            SpaceStories.Story story,
            Optional<String> contact,
            Optional<String> proof,
            List<Done> done) {
        public Sheet {
            done = List.copyOf(done);
        }

        @Override
        public String toString() {
            return "Sheet[redacted]";
        }
    }

    /// An act of the support, in this call or an earlier one.
    public record Done(Instant at, What what, String agent) {}

    /// Refused as `Identification.prove`.
    public Outcome<Call> identify(SupportAgent agent, Identification.Answers answers) {
        return switch (account.identification().prove(answers, agent.id())) {
            case Outcome.Done<SpaceId>(SpaceId space) ->
                inOne(() -> {
                    Call call =
                            calls.begin(agent, space, answers.representative().isPresent());
                    acts.note(agent, call, What.SUPPORT_LOOKED);
                    return Outcome.done(call);
                });
            case Outcome.Refused<SpaceId>(Problem problem, String where) -> {
                acts.noteNotIdentified(agent);
                yield Outcome.refused(problem, where);
            }
        };
    }

    public Outcome<Sheet> open(SupportAgent agent, UUID id) {
        return with(agent, id, call -> {
            Optional<Space> space = account.spaces().find(call.space());
            Optional<SpaceStories.Story> story = account.stories().of(call.space());
            if (space.isEmpty() || story.isEmpty()) {
                return Outcome.refused(Problem.NOT_FOUND);
            }
            return Outcome.done(new Sheet(
                    call,
                    space.get().person().displayName(),
                    story.get(),
                    login.citizens()
                            .ofSpace(call.space())
                            .map(citizen -> citizen.contact().hint()),
                    account.oppositions().proof(call.space()).map(Oppositions.Proof::reference),
                    acts.of(call.space(), ACTS).stream()
                            .map(act -> new Done(act.at(), act.what(), act.agentName()))
                            .toList()));
        });
    }

    /// A new provisional code, to where the invitation went. Refused as `Invitations.renew`.
    public Outcome<Boolean> sendCode(SupportAgent agent, UUID id) {
        return act(
                agent, id, What.SUPPORT_SENT_CODE, call -> account.invitations().renew(call.space()));
    }

    /// The delays that wrong attempts left are taken back.
    public Outcome<Boolean> unlock(SupportAgent agent, UUID id) {
        return act(agent, id, What.SUPPORT_UNLOCKED, call -> {
            Optional<Space> space = account.spaces().find(call.space());
            space.ifPresent(found ->
                    login.unlocking().unlock(call.space(), found.person().ins().value()));
            return space.isPresent() ? Outcome.done(true) : Outcome.refused(Problem.NOT_FOUND);
        });
    }

    /// Sends a code to the new contact, which the caller reads out. Refused with `TRANSITION_NOT_ALLOWED` when there
    /// is no login yet, with `TOO_MANY_ATTEMPTS`.
    public Outcome<UUID> askContact(SupportAgent agent, UUID id, Contact contact) {
        return with(
                agent,
                id,
                call -> citizen(call).map(citizen -> login.credentials().askContact(citizen.id(), contact)));
    }

    /// The old contact and the new one are told. Refused as `OwnCredentials.changeContact`.
    public Outcome<Boolean> changeContact(SupportAgent agent, UUID id, Contact contact, UUID code, String typed) {
        return act(
                agent,
                id,
                What.SUPPORT_CORRECTED_CONTACT,
                call -> citizen(call)
                        .then(citizen -> login.credentials().changeContact(citizen.id(), contact, code, typed))
                        .map(_ -> true));
    }

    /// Refused as `Oppositions.byPhone`.
    public Outcome<Oppositions.Proof> oppose(SupportAgent agent, UUID id) {
        return act(
                agent,
                id,
                What.SUPPORT_RECORDED_OPPOSITION,
                call -> account.oppositions().byPhone(call.space()));
    }

    /// Refused as `Closings.close`.
    public Outcome<SpaceState> close(SupportAgent agent, UUID id) {
        return act(
                agent,
                id,
                What.SUPPORT_CLOSED,
                call -> account.closings().close(call.space(), Closings.Reason.SUPPORT));
    }

    public void end(SupportAgent agent, UUID id) {
        calls.find(agent, id).ifPresent(calls::end);
    }

    private Outcome<Citizen> citizen(Call call) {
        return login.citizens()
                .ofSpace(call.space())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.TRANSITION_NOT_ALLOWED));
    }

    private <T> Outcome<T> with(SupportAgent agent, UUID id, Function<Call, Outcome<T>> body) {
        return calls.find(agent, id).map(body).orElseGet(() -> Outcome.refused(Problem.NOT_FOUND));
    }

    /// The act and its lines are one transaction; what is refused leaves none.
    private <T> Outcome<T> act(SupportAgent agent, UUID id, What what, Function<Call, Outcome<T>> body) {
        return with(
                agent,
                id,
                call -> inOne(() -> body.apply(call).map(value -> {
                    acts.note(agent, call, what);
                    return value;
                })));
    }

    private <T> Outcome<T> inOne(Supplier<Outcome<T>> body) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Outcome<T> outcome = body.get();
            if (outcome instanceof Outcome.Refused<T>) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }
}
