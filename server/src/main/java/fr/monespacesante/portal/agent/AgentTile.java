package fr.monespacesante.portal.agent;

import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.Text;

/// What an agent of one role finds on their first page and in the navigation; a part of the agents' pages makes a bean
/// of each, beside the `AgentArea` that guards it.
///
/// @param role of the agents who see it, such as `supervision`
/// @param icon style of the icon, such as `fr-icon-alarm-warning-line`
public record AgentTile(String role, Section section, Text text, String icon) {}
