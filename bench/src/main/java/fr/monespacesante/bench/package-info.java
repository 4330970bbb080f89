/// Measures the running service through its real doors, beside the raw limits of the same machine.
///
/// `Bench` starts a sandbox and a service of its own (`Programs`), brings people and documents in by the campaign
/// folder and by deposits (`Seeding`), and runs the workloads of docs/performance.md in a closed loop (`Load`): each of
/// C clients sends its next request when the answer to the last one is there. `Limits` measures what the disk, the
/// database, the network stack and the processor could do at best, in the same run, since the figures of a shared
/// machine mean nothing alone. `Results` prints the table. The driver is a light HTTP/1.1 client (`Connection`):
/// it takes as little as can be of the processor that it shares with the service.
@NullMarked
package fr.monespacesante.bench;

import org.jspecify.annotations.NullMarked;
