/// Leaving and coming back: closing a space or having it erased (ENR-11, ENR-13), the certificate of it (a signed
/// page, by its reference), opening a closed space again (ENR-10), and the pages of the archivists, who open a closed
/// space two together for a legal action (ENR-12). What may be done is decided at the door and in `account`.
@NullMarked
package fr.monespacesante.portal.leaving;

import org.jspecify.annotations.NullMarked;
