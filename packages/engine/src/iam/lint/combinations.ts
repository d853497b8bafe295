/** Lints about statements together: dead ones, repeated ones, and permissions that are more than their sum. */
import type { ActionCatalogue } from '../aws/index.ts';
import { actionSet, evaluateAccess, hasAction } from '../aws/index.ts';
import { compares, coversAction } from './conditions.ts';
import { finding, knownTexts } from './reading.ts';
import type { Json, ReadStatement, Scene, Texts } from './reading.ts';
import type { LintFinding } from './types.ts';

/** Comparing all with all stops here. */
const MAX_COMPARED = 300;

export function lintCombinations(document: Json, scene: Scene): readonly LintFinding[] {
  return [
    ...deadFindings(scene),
    ...passRole(scene),
    ...escalationFindings(document, scene),
    ...keyFindings(scene),
    ...trustActions(scene),
  ];
}

function deadFindings({ statements }: Scene): readonly LintFinding[] {
  const compared = statements.slice(0, MAX_COMPARED);
  return compared.flatMap((statement, at) => {
    const others = compared.filter((_, index) => index !== at);
    const twin = compared.slice(0, at).find((other) => sameMeaning(other, statement));
    if (twin) return [finding('statement-repeated', { statement, hint: twin.path })];
    const denying = statement.effect === 'Allow' ? others.find((other) => other.effect === 'Deny' && covers(other, statement)) : undefined;
    if (denying) return [finding('allow-always-denied', { statement, hint: denying.path })];
    const wider = others.find((other) => other.effect === statement.effect && covers(other, statement) && !covers(statement, other));
    return wider ? [finding('statement-covered', { statement, hint: wider.path })] : [];
  });
}

function sameMeaning(a: ReadStatement, b: ReadStatement): boolean {
  const text = ({ body }: ReadStatement): string =>
    JSON.stringify(
      Object.entries(body)
        .filter(([name]) => name !== 'Sid')
        .toSorted(([x], [y]) => (x < y ? -1 : 1)),
    );
  return text(a) === text(b);
}

/** Whether the wider statement, without any condition, speaks of all that the other speaks of. Only plain cases: no complements. */
function covers(wider: ReadStatement, other: ReadStatement): boolean {
  if (
    wider.conditions.length > 0 ||
    wider.notActions ||
    other.notActions ||
    wider.notResources ||
    other.notResources ||
    wider.notPrincipals ||
    other.notPrincipals
  )
    return false;
  if (JSON.stringify(wider.body.Principal) !== JSON.stringify(other.body.Principal) && wider.body.Principal !== '*') return false;
  return coversTexts(wider.actions, other.actions, true) && coversTexts(wider.resources, other.resources, false);
}

function coversTexts(wider: Texts | null, other: Texts | null, ignoreCase: boolean): boolean {
  if (wider === null || other === null) return wider === other;
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const known = knownTexts(wider);
  return other.texts.length > 0 && other.texts.every((text) => known.some((pattern) => coversText(fold(pattern), fold(text))));
}

/** The pattern itself, or one that ends with its only star. A text with a question mark or variable only covers itself. */
function coversText(pattern: string, text: string): boolean {
  if (pattern === text || pattern === '*') return true;
  const star = pattern.indexOf('*');
  return star === pattern.length - 1 && !/[?$]/.test(pattern) && text.startsWith(pattern.slice(0, -1));
}

function passRole({ statements, kind }: Scene): readonly LintFinding[] {
  if (kind !== 'identity') return [];
  return statements
    .filter(
      (statement) =>
        statement.effect === 'Allow' && coversAction(statement, 'iam:PassRole') && !knownTexts(statement.actions).includes('*'),
    )
    .filter(
      (statement) =>
        !compares(statement, 'iam:PassedToService') && (statement.resources?.texts ?? []).some((text) => /^\*$|:role\/\*$/.test(text)),
    )
    .map((statement) =>
      finding('pass-role-to-any-service', {
        statement,
        path: `${statement.path}.Resource`,
        text: 'iam:PassRole',
        hint: 'iam:PassedToService',
      }),
    );
}

const HOLDER = 'arn:aws:iam::000000000000:user/somebody';

/** Ways to more rights that the policy opens by itself, when it is all that somebody holds. Those who may do everything already need none. */
function escalationFindings(document: Json, { kind, catalogue, escalations, statements }: Scene): readonly LintFinding[] {
  if (kind !== 'identity' || catalogue === null || escalations === undefined || isAdministrator(statements)) return [];
  const allows = mentions(statements, catalogue);
  const decided = new Map<string, boolean>();
  const isAllowed = (action: string): boolean => {
    const before = decided.get(action);
    if (before !== undefined) return before;
    const answer = allows(action) && isAllowedSomewhere(action, document, statements, catalogue);
    decided.set(action, answer);
    return answer;
  };
  return escalations
    .filter(({ actions }) => actions.length > 0 && actions.every(isAllowed))
    .map(({ id, actions }) => finding('escalation', { text: actions.join(' + '), hint: id }));
}

function isAdministrator(statements: readonly ReadStatement[]): boolean {
  return statements.some(
    ({ effect, actions, resources }) =>
      effect === 'Allow' && actions?.texts.includes('*') === true && resources?.texts.includes('*') === true,
  );
}

/** Quickly: does any allow speak of the action at all? */
function mentions(statements: readonly ReadStatement[], catalogue: ActionCatalogue): (action: string) => boolean {
  const sets = statements
    .filter(({ effect }) => effect === 'Allow')
    .map(({ actions, notActions }) => actionSet(actions?.texts ?? notActions?.texts ?? [], catalogue, { not: actions === null }));
  return (action) => {
    const index = catalogue.indexOf(action);
    return index !== undefined && sets.some((set) => hasAction(set, index));
  };
}

/** On one of the resources that the policy itself names, or on any: certainly, or on a condition. */
function isAllowedSomewhere(action: string, document: Json, statements: readonly ReadStatement[], catalogue: ActionCatalogue): boolean {
  const resources = new Set(statements.flatMap(({ resources: named }) => knownTexts(named)).map(example));
  return [...resources].slice(0, 50).some((resource) => {
    const policies = { identity: [document], resource: null, boundary: null, session: null, scp: null, rcp: null, vpce: null };
    const request = { principal: HOLDER, action, resource, resourceAccount: '000000000000', context: {} };
    return evaluateAccess({ request, policies, mode: 'discovery' }, catalogue).decision === 'allow';
  });
}

/** A resource that the pattern covers. */
function example(pattern: string): string {
  if (pattern === '*') return 'arn:aws:any:region:000000000000:resource/any';
  return pattern.replaceAll(/\$\{[^}]*\}|[*?]/g, 'any');
}

/** A key whose policy gives neither its account nor anybody the right to change the policy cannot be managed any more. */
function keyFindings({ statements, kind }: Scene): readonly LintFinding[] {
  const isKeyPolicy =
    kind === 'resource' &&
    statements.length > 0 &&
    statements.every(({ actions }) => actions !== null && actions.texts.length > 0 && actions.texts.every((text) => /^kms:/i.test(text)));
  if (!isKeyPolicy || statements.some((statement) => statement.effect === 'Allow' && coversAction(statement, 'kms:PutKeyPolicy')))
    return [];
  return [finding('key-without-administrators', { text: 'kms:PutKeyPolicy' })];
}

/** Trust policies are asked for actions of STS only. */
function trustActions({ statements, kind }: Scene): readonly LintFinding[] {
  if (kind !== 'trust') return [];
  return statements.flatMap((statement) =>
    knownTexts(statement.actions)
      .filter((text) => text !== '*' && !/^sts:/i.test(text))
      .map((text) => finding('trust-action-without-effect', { statement, path: `${statement.path}.Action`, text })),
  );
}
