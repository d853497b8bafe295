/** Lints about Action and NotAction. Source: Service Authorization Reference (names), IAM User Guide, "IAM JSON policy elements: Action" and "NotAction". */
import type { ActionCatalogue } from '../aws/index.ts';
import { actionSet, actionsIn } from '../aws/index.ts';
import { finding, knownTexts } from './reading.ts';
import type { ReadStatement, Scene, Texts } from './reading.ts';
import type { LintFinding } from './types.ts';

/** Whoever may do everything in one of these may do everything at all, or read everything. */
const SENSITIVE_SERVICES = ['iam', 'sts', 'kms', 'organizations', 'sso', 'secretsmanager'];

export function lintActions(scene: Scene): readonly LintFinding[] {
  return scene.statements.flatMap((statement) => [
    ...[statement.actions, statement.notActions].flatMap((texts) => (texts === null ? [] : namesOf(texts, statement, scene))),
    ...tooMuch(statement, scene),
  ]);
}

function namesOf(element: Texts, statement: ReadStatement, { catalogue }: Scene): readonly LintFinding[] {
  const path = `${statement.path}.${element.name}`;
  if (element.texts.length === 0) return [finding('action-missing', { statement, path })];
  return knownTexts(element).flatMap((text) => {
    if (text === '*' || text === '*:*') return [];
    if (!/^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/.test(text)) return [finding('action-malformed', { statement, path, text })];
    return catalogue ? nameOf(text, catalogue).map(({ id, hint }) => finding(id, { statement, path, text, hint })) : [];
  });
}

interface Named {
  readonly id: 'action-service-unknown' | 'action-matches-nothing' | 'action-unknown';
  readonly hint: string | null;
}

function nameOf(text: string, catalogue: ActionCatalogue): readonly Named[] {
  const service = text.slice(0, text.indexOf(':')).toLowerCase();
  if (!catalogue.hasService(service)) return [{ id: 'action-service-unknown', hint: null }];
  if (/[*?]/.test(text)) return actionsIn(actionSet([text], catalogue)).length === 0 ? [{ id: 'action-matches-nothing', hint: null }] : [];
  if (catalogue.indexOf(text) !== undefined) return [];
  return [{ id: 'action-unknown', hint: nearest(text.toLowerCase(), service, catalogue) }];
}

/** The action of the service with the fewest changes of letters, when that are three at most. */
function nearest(text: string, service: string, catalogue: ActionCatalogue): string | null {
  let best: { readonly index: number; readonly distance: number } | null = null;
  for (const index of actionsIn(actionSet([`${service}:*`], catalogue))) {
    const distance = editDistance(text, catalogue.names[index] ?? '', best === null ? 3 : best.distance - 1);
    if (distance !== null) best = { index, distance };
  }
  return best === null ? null : catalogue.info(best.index).action;
}

/** Changes of single letters from one text to the other; null when more than `limit`. */
function editDistance(a: string, b: string, limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit) return null;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  const distance = row[b.length] ?? limit + 1;
  return distance <= limit ? distance : null;
}

/** Only what gives: organization policies and boundaries limit; `*` in a resource policy is the resource it hangs on. */
function tooMuch(statement: ReadStatement, { kind }: Scene): readonly LintFinding[] {
  const { effect, actions, notActions, resources, path } = statement;
  if (effect !== 'Allow' || (kind !== 'identity' && kind !== 'session' && kind !== 'resource')) return [];
  const actionPath = `${path}.Action`;
  const texts = knownTexts(actions).map((text) => text.toLowerCase());
  const isEverywhere = kind !== 'resource' && resources?.texts.includes('*') === true;
  const isEverything = texts.some((text) => text === '*' || text === '*:*');
  const whole = texts.filter((text) => SENSITIVE_SERVICES.some((service) => text === `${service}:*`));
  return [
    ...(notActions === null
      ? []
      : [finding('not-action-in-allow', { statement, path: `${path}.NotAction`, text: notActions.texts.join(', ') })]),
    ...(isEverything && isEverywhere ? [finding('administrator', { statement, path: actionPath, text: '*' })] : []),
    ...(isEverywhere ? whole.map((text) => finding('every-action-of-sensitive-service', { statement, path: actionPath, text })) : []),
  ];
}
