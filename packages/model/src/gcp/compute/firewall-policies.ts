/** Firewall policies of organizations, folders and networks → their rules and associations. */
import type { Json, LiveThing } from '../../live/index.ts';
import { jsonAt, textOf } from '../../live/index.ts';
import type { GcpKind, GcpThing } from '../inventory/index.ts';
import { membersInTerms, objectsAt, pathOf } from '../inventory/index.ts';

const ruleTypes = [
  'google_compute_firewall_policy_rule',
  'google_compute_network_firewall_policy_rule',
  'google_compute_region_network_firewall_policy_rule',
] as const;
const ASSOCIATION = 'google_compute_network_firewall_policy_association';

export const firewallPolicyRules: GcpKind = {
  asset: 'FirewallPolicy',
  items: 'items.*.firewallPolicies',
  type: { types: [], of: () => null },
  also: { types: [...ruleTypes, ASSOCIATION], things: (thing) => [...rules(thing), ...associations(thing)] },
};

/** The four rules at the end of every policy only hand on to the next one. */
function rules({ id, body }: GcpThing): readonly LiveThing[] {
  const type = typeOf(body);
  const policy = textOf(body, 'shortName') ?? textOf(body, 'displayName') ?? textOf(body, 'name') ?? '';
  return objectsAt(body, 'rules')
    .filter((rule) => textOf(rule, 'action') !== 'goto_next')
    .map((rule) => {
      const priority = textOf(rule, 'priority') ?? '';
      const name = textOf(rule, 'ruleName') ?? `${policy} ${priority}`;
      return { type, id: `${id}/rules/${priority}`, name, properties: { ...membersInTerms(rule), rule_name: name, name } };
    });
}

function typeOf(body: Json): string {
  if (textOf(body, 'region') !== undefined) return ruleTypes[2];
  return jsonAt(body, 'parent') === undefined ? ruleTypes[1] : ruleTypes[0];
}

function associations({ id, body }: GcpThing): readonly LiveThing[] {
  return objectsAt(body, 'associations').map((each) => ({
    type: ASSOCIATION,
    id: `${id}/associations/${textOf(each, 'name') ?? ''}`,
    name: textOf(each, 'name') ?? '',
    properties: { attachment_target: pathOf(textOf(each, 'attachmentTarget') ?? '') },
  }));
}
