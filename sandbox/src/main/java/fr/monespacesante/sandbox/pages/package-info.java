/// The frame that every page of the sandbox shares: plain HTML, one small style sheet, no script.
@NullMarked
package fr.monespacesante.sandbox.pages;

import org.jspecify.annotations.NullMarked;
