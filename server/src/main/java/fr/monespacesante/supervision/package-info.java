/// Abnormal access (SUV-01): what is abnormal is data (`Rules`), computed from the lines of activity
/// that each trace
/// leaves and from failed sign-ins, by a job that is right on any number of nodes; what it finds are
/// alerts, which an
/// operator acknowledges and closes. Beside them stand the cases that citizens report from their
/// history (TRC-05).
///
/// Nothing here holds health content or names a patient. Nobody of the operator enters a space: a case
/// repeats who,
/// when and by what right, not on what. Whatever an operator reads or does here is written in the
/// agents' journal, in
/// the same transaction. The answer to a case is written in a visit of the service itself, so that the
/// citizen is told
/// if and only if the case is answered.
@ApplicationModule(
        displayName = "Supervision",
        allowedDependencies = {"kernel", "vault", "audit", "identity", "account", "access"})
@NullMarked
package fr.monespacesante.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
