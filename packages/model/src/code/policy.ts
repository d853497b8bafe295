/** IAM policy documents → nodes. The text was already parsed by the evaluator (`structure`); every statement keeps its own place. */
import type { FieldsOf, Leaf, ListNode, NodeOf, ObjectNode, Place } from '../node.ts';
import { absent, byDefault, explicit, list, object, placeWithin, unresolved } from '../node.ts';
import type { PolicyCondition, PolicyDocument, PolicyPrincipal, PolicyStatement } from '../policy/index.ts';
import type { MapValue, Reference, UnknownValue, Value } from '../value.ts';
import type { BlockReader } from './block-reader.ts';
import { HOLE, stringList, textLeaf } from './block-reader.ts';
import { structureOf } from './structure.ts';

/**
 * The policy document in an attribute. A document that cannot be read (unknown, or text that is no JSON object) is unresolved;
 * a missing one is absent.
 */
export function policyOf(block: BlockReader, attribute: string): ObjectNode<PolicyDocument> | Leaf<never> {
  const value = block.value(attribute);
  const place = block.placeOf(attribute);
  if (!value) return block.missing(attribute);
  return policyNode(value, place);
}

/** The same for a value that is at hand. */
export function policyNode(value: Value, place: Place): ObjectNode<PolicyDocument> | Leaf<never> {
  if (value.kind === 'unknown') return unresolved(value.reason, place);
  const root = structureOf(value);
  if (root?.kind === 'unknown') return unresolved(root.reason, place);
  if (root?.kind !== 'map') {
    if (value.kind === 'string' && value.value.trim() === '') return absent(place);
    return unresolved({ code: 'unsupported', detail: 'the policy is not a JSON document that can be read' }, place);
  }
  const version = field(root, 'Version');
  const own = placeOf(root, place);
  return object<PolicyDocument>(
    { version: version ? textLeaf(version, own) : byDefault('2008-10-17', own), statements: statementsOf(root, own) },
    own,
  );
}

function statementsOf(root: MapValue, place: Place): ListNode<PolicyStatement> {
  const statements = field(root, 'Statement');
  if (!statements) return list<PolicyStatement>([], place, restOf(root.rest, place));
  if (statements.kind === 'unknown') return list<PolicyStatement>([], place, unresolved(statements.reason, placeOf(statements, place)));
  if (statements.kind === 'map') return list<PolicyStatement>([statementNode(statements, place)], placeOf(statements, place));
  if (statements.kind !== 'list' && statements.kind !== 'set') return list<PolicyStatement>([], place);
  const nodes = statements.items.map((item): NodeOf<PolicyStatement> =>
    item.kind === 'map'
      ? statementNode(item, place)
      : unresolved(
          item.kind === 'unknown' ? item.reason : { code: 'unsupported', detail: 'a statement is no object' },
          placeOf(item, place),
        ),
  );
  return list<PolicyStatement>(nodes, placeOf(statements, place), restOf(statements.rest, place));
}

function statementNode(statement: MapValue, outer: Place): ObjectNode<PolicyStatement> {
  const place = placeOf(statement, outer);
  const effect = field(statement, 'Effect');
  const sid = field(statement, 'Sid');
  // What a statement does not show it may have all the same when more is merged into it.
  const gap = restOf(statement.rest, place);
  const named = (name: string): ListNode<string> => {
    const value = field(statement, name);
    return value ? stringList(namedThings(value), placeOf(value, place)) : list<string>([], place, gap);
  };
  const patterns = (name: string): ListNode<string> => {
    const value = field(statement, name);
    return value ? wholeTexts(stringList(value, placeOf(value, place))) : list<string>([], place, gap);
  };
  const fields: FieldsOf<PolicyStatement> = {
    sid: sid ? textLeaf(sid, place) : (gap ?? absent(place)),
    // Terraform's document renders the default; in raw JSON a missing Effect is invalid and AWS refuses the document.
    effect: effect ? (textLeaf(effect, place) as Leaf<'Allow' | 'Deny'>) : (gap ?? byDefault<'Allow' | 'Deny'>('Allow', place)),
    principals: principalsOf(field(statement, 'Principal'), place, gap),
    notPrincipals: principalsOf(field(statement, 'NotPrincipal'), place, gap),
    actions: patterns('Action'),
    notActions: patterns('NotAction'),
    resources: named('Resource'),
    notResources: named('NotResource'),
    conditions: conditionsOf(field(statement, 'Condition'), place, gap),
  };
  return object<PolicyStatement>(fields, place);
}

/** Actions are patterns: of one with an unknown part nobody knows what it matches. */
function wholeTexts(texts: ListNode<string>): ListNode<string> {
  const reason = { code: 'computed', detail: 'a part of the action is not known' } as const;
  const items = texts.items.map((item) => {
    const { node } = item;
    return node.node === 'leaf' && node.value?.includes(HOLE) ? { ...item, node: unresolved<string>(reason, node.place) } : item;
  });
  return { ...texts, items };
}

function principalsOf(written: Value | undefined, outer: Place, gap: Leaf<never> | null): ListNode<PolicyPrincipal> {
  if (!written) return list<PolicyPrincipal>([], outer, gap);
  const value = namedThings(written);
  const place = placeOf(value, outer);
  if (value.kind === 'unknown') return list<PolicyPrincipal>([], place, unresolved(value.reason, place));
  // `{"*": "*"}` is how Terraform's document writes everyone.
  const principal = (type: string, text: Leaf<string>): NodeOf<PolicyPrincipal> =>
    object<PolicyPrincipal>(
      { type: explicit(type === '*' ? 'AWS' : type, text.place) as Leaf<PolicyPrincipal['type']>, value: text },
      text.place,
    );
  const nodes: NodeOf<PolicyPrincipal>[] = [];
  // A bare list is no valid JSON policy; read like the list of accounts that its author meant.
  const byType: readonly (readonly [string, Value])[] = value.kind === 'map' ? [...value.entries] : [['AWS', value]];
  let rest = value.kind === 'map' ? restOf(value.rest, place) : null;
  for (const [type, names] of byType) {
    const texts = stringList(namedThings(names), placeOf(names, place));
    for (const item of texts.items) nodes.push(principal(type, item.node));
    rest ??= texts.rest;
  }
  return list<PolicyPrincipal>(nodes, place, rest);
}

function conditionsOf(value: Value | undefined, outer: Place, gap: Leaf<never> | null): ListNode<PolicyCondition> {
  if (!value) return list<PolicyCondition>([], outer, gap);
  const place = placeOf(value, outer);
  if (value.kind !== 'map') return list<PolicyCondition>([], place, restOf(value.kind === 'unknown' ? value : null, place));
  const nodes: NodeOf<PolicyCondition>[] = [];
  let { rest } = value;
  for (const [operator, keys] of value.entries) {
    // Keys that are not known (`"${issuer}:sub"`) are conditions all the same.
    rest ??= keys.kind === 'map' ? keys.rest : keys.kind === 'unknown' ? keys : null;
    if (keys.kind !== 'map') continue;
    for (const [key, values] of keys.entries) {
      const own = placeOf(values, place);
      nodes.push(
        object<PolicyCondition>(
          { operator: explicit(operator, own), key: explicit(key, own), values: stringList(namedThings(values), own) },
          own,
        ),
      );
    }
  }
  return list<PolicyCondition>(nodes, place, restOf(rest, place));
}

/** An attribute that names something (an ARN, an account id): one that is only not known yet is a text that consists of a hole. */
export function nameOf(block: BlockReader, attribute: string): Leaf<string> {
  const value = block.value(attribute);
  return value ? textLeaf(namedThings(value), block.placeOf(attribute)) : block.missing(attribute);
}

/**
 * The ARN or id of one thing, of which only the text is not known yet, is certainly no wildcard: it stays in the list as a text that
 * consists of a hole. Anything else that is unknown stays unknown.
 */
function namedThings(value: Value): Value {
  if (value.kind === 'list' || value.kind === 'set') return { ...value, items: value.items.map(namedThings) };
  if (value.kind !== 'unknown' || value.refs.length === 0) return value;
  const { code } = value.reason;
  const isName = code === 'computed' || ((code === 'data-source' || code === 'unresolved-reference') && value.refs.every(isIdentifier));
  return isName ? { ...value, kind: 'template', parts: [value], structure: null } : value;
}

function isIdentifier(ref: Reference): boolean {
  return /(^|[._])(arn|id|account_id|user_id|unique_id)$/.test(ref.attribute);
}

/** Policy keys are matched without regard to case, as AWS does for element names written by hand. */
function field(map: MapValue, name: string): Value | undefined {
  const exact = map.entries.get(name);
  if (exact && exact.kind !== 'null') return exact;
  for (const [key, value] of map.entries) if (key.toLowerCase() === name.toLowerCase() && value.kind !== 'null') return value;
  return undefined;
}

function placeOf(value: Value, outer: Place): Place {
  return placeWithin(outer, value);
}

function restOf(rest: UnknownValue | null, place: Place): Leaf<never> | null {
  return rest && unresolved(rest.reason, placeOf(rest, place));
}
