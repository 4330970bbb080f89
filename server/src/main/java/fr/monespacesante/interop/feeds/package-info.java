/// What comes in as files, in bulk.
///
/// `Migration` brings the documents of the DMP that people had before into their spaces (ENR-15), from
/// a folder per batch:
/// `manifest.ndjson`, a line a document, and the files it names. It goes through the doors as a task of
/// the service with no right but to deposit, reads back what it brought and compares hashes, and writes
/// beside the manifest what came of each line and a report in which what came in and what is there are
/// counted. It can be killed and started again.
@ApplicationModule(
        displayName = "Feeds",
        allowedDependencies = {"kernel", "account", "access", "record"})
@NullMarked
package fr.monespacesante.interop.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
