/// The attack tests of the house (SEC-04): the whole service, asked by those who may not, and fed what nobody should
/// send. `RoutesAttackTests` walks every route with every kind of caller; `InputAttackTests`, `UploadAttackTests` and
/// `WireAttackTests` send hostile documents, forms and bytes; `TokenAttackTests` forges who is asking;
/// `LeakAttackTests` compares a space that hides something with a twin that never had it; `SecretsAttackTests` reads
/// the logs afterwards.
@NullMarked
package fr.monespacesante.attack;

import org.jspecify.annotations.NullMarked;
