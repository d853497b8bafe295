/** Lints about the document as a whole and about the grammar. Source: IAM User Guide, "Grammar of the IAM JSON policy language", "IAM and STS quotas". */
import { isRecord } from '@kumomori/model';
import type { Json, ReadStatement, Scene } from './reading.ts';
import { finding } from './reading.ts';
import type { LintFinding, PolicyKind } from './types.ts';

const TOP_ELEMENTS = ['Version', 'Id', 'Statement'];
const ELEMENTS = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal', 'Condition'];

/** Characters without white space. Read 2026-11: IAM quotas (managed 6,144; trust 2,048 by default, up to 8,192), Organizations quotas (SCP, RCP 5,120), S3 bucket policies 20 KB. */
const LIMITS: Readonly<Record<PolicyKind, number>> = {
  identity: 10_240,
  boundary: 6_144,
  session: 2_048,
  resource: 20_480,
  trust: 8_192,
  scp: 5_120,
  rcp: 5_120,
  vpce: 20_480,
};

export function lintDocument(document: Json, scene: Scene): readonly LintFinding[] {
  return [
    ...unknownElements(document, TOP_ELEMENTS, ''),
    ...versionFindings(document, scene),
    ...(scene.statements.length === 0 ? [finding('no-statement')] : []),
    ...tooLong(document, scene.kind),
    ...scene.statements.flatMap((statement) => statementFindings(statement, scene)),
    ...sidFindings(scene),
  ];
}

function unknownElements(body: Json, known: readonly string[], path: string): readonly LintFinding[] {
  return Object.keys(body)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const hint = known.find((each) => plain(each) === plain(name)) ?? null;
      return finding('unknown-element', { path: path === '' ? name : `${path}.${name}`, text: name, hint });
    });
}

/** `actions` and `Action` are the same word to whoever wrote it. */
function plain(name: string): string {
  return name.toLowerCase().replace(/s$/, '');
}

function versionFindings(document: Json, { statements }: Scene): readonly LintFinding[] {
  const { Version: version } = document;
  const variable = version === '2012-10-17' ? null : firstVariable(statements);
  return [
    ...(version === undefined ? [finding('version-missing', { hint: '2012-10-17' })] : []),
    ...(version === '2008-10-17' ? [finding('version-old', { path: 'Version', text: version, hint: '2012-10-17' })] : []),
    ...(version !== undefined && version !== '2012-10-17' && version !== '2008-10-17'
      ? [finding('version-unknown', { path: 'Version', text: typeof version === 'string' ? version : JSON.stringify(version) })]
      : []),
    ...(variable === null ? [] : [finding('variable-in-old-version', { ...variable, hint: '2012-10-17' })]),
  ];
}

function firstVariable(statements: readonly ReadStatement[]): { readonly statement: ReadStatement; readonly text: string } | null {
  for (const statement of statements) {
    const texts = [
      ...(statement.resources?.texts ?? []),
      ...(statement.notResources?.texts ?? []),
      ...statement.conditions.flatMap(({ values }) => values),
    ];
    const text = texts.find((each) => /\$\{[a-z0-9-]+:[^}]+\}/i.test(each));
    if (text !== undefined) return { statement, text };
  }
  return null;
}

function tooLong(document: Json, kind: PolicyKind): readonly LintFinding[] {
  const length = JSON.stringify(document).length;
  return length > LIMITS[kind] ? [finding('policy-too-long', { text: String(length), hint: String(LIMITS[kind]) })] : [];
}

function statementFindings(statement: ReadStatement, { kind }: Scene): readonly LintFinding[] {
  const { body, path, effect, actions, notActions, resources, notResources } = statement;
  const needsResource = kind !== 'trust' && kind !== 'resource';
  return [
    ...unknownElements(body, ELEMENTS, path).map((each) => ({ ...each, statement: statement.index, sid: statement.sid })),
    ...(effect === null ? [finding('effect-invalid', { statement, text: shown(body.Effect), hint: effectMeant(body.Effect) })] : []),
    ...(actions === null && notActions === null ? [finding('action-missing', { statement })] : []),
    ...(actions !== null && notActions !== null ? [finding('action-and-not-action', { statement })] : []),
    ...(needsResource && resources === null && notResources === null ? [finding('resource-missing', { statement })] : []),
    ...(resources !== null && notResources !== null ? [finding('resource-and-not-resource', { statement })] : []),
    ...(body.Condition !== undefined && !isRecord(body.Condition)
      ? [finding('condition-value-invalid', { statement, path: `${path}.Condition`, text: shown(body.Condition) })]
      : []),
  ];
}

function effectMeant(value: unknown): string | null {
  return typeof value === 'string' ? (['Allow', 'Deny'].find((each) => each.toLowerCase() === value.trim().toLowerCase()) ?? null) : null;
}

function shown(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

function sidFindings({ statements, kind }: Scene): readonly LintFinding[] {
  const seen = new Set<string>();
  return statements.flatMap((statement) => {
    const { sid } = statement;
    if (sid === null || sid === '') return [];
    const isRepeated = seen.has(sid);
    seen.add(sid);
    // Resource policies may have spaces in it, identity policies only letters and digits.
    const isInvalid = kind !== 'resource' && kind !== 'vpce' && !/^[A-Za-z0-9]*$/.test(sid);
    return [
      ...(isRepeated ? [finding('sid-duplicate', { statement, path: `${statement.path}.Sid`, text: sid })] : []),
      ...(isInvalid ? [finding('sid-invalid', { statement, path: `${statement.path}.Sid`, text: sid })] : []),
    ];
  });
}
