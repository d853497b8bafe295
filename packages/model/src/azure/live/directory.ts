/** Recorded answers of Microsoft Graph about a directory → declared resources `Microsoft.Graph/…`. */
import type { DeclaredResource } from '../../declared.ts';
import type { Json, JsonObject, LiveDeclaration, LiveValue, Missing } from '../../live/index.ts';
import { isJsonObject, itemsAt, textOf } from '../../live/index.ts';
import type { Range } from '../../source.ts';
import type { UnknownReason } from '../../value.ts';
import type { Answers, RecordedAnswers } from './answers.ts';
import { isAbsentInAzure } from './call.ts';
import type { GraphCall } from './calls/graph.ts';
import { GRAPH, graphCalls } from './calls/graph.ts';
import { azureValue } from './values.ts';
import { stringValue, unknownValue } from '../../value.ts';

/** Request of a page, as it is recorded. */
export function graphRequestOf({ path, query }: GraphCall, about = '', page = 1): { readonly [key: string]: Json } {
  return { path: path.replace('{id}', encodeURIComponent(about)), ...query, ...(page > 1 && { page }) };
}

export function isDirectory(answers: RecordedAnswers): boolean {
  return graphCalls.some(({ operation }) => answers.has(GRAPH, operation));
}

/** Each element of an answer is a resource; a user knows of its sign-ins and second factors, an application of its passwords. */
export function declareDirectory(account: string, answers: RecordedAnswers): LiveDeclaration {
  const resources: DeclaredResource[] = [];
  const incomplete = new Map<string, UnknownReason>();
  const byOperation = new Map<string, Answers>();
  for (const call of graphCalls) byOperation.set(call.operation, answersOf(call, answers, byOperation));
  const machines = machineUsers(answers);
  const details = { signIns: byId(byOperation.get('signIns')), registration: byId(byOperation.get('userRegistrationDetails')) };
  for (const { operation } of graphCalls) {
    const { items, missing } = byOperation.get(operation) ?? { items: [], missing: null };
    if (missing) incomplete.set(typeOf(operation), { code: 'not-collected', detail: missing.detail });
    if (operation === 'signIns' || operation === 'userRegistrationDetails') continue;
    for (const { json, recorded } of items) {
      if (!isJsonObject(json)) continue;
      const members = operation === 'users' ? { ...json, ...told(json, details, recorded.record.at), ...entering(json, machines) } : json;
      resources.push(declaredObject(account, operation, members, recorded.range));
      if (operation === 'applications') resources.push(...passwords(account, json, recorded.range));
    }
  }
  const applications = incomplete.get(typeOf('applications'));
  if (applications) incomplete.set(typeOf('passwordCredentials'), applications);
  return { resources, incomplete };
}

function answersOf(call: GraphCall, answers: RecordedAnswers, before: ReadonlyMap<string, Answers>): Answers {
  const ask = (about?: string): Answers =>
    answers.to({
      service: GRAPH,
      operation: call.operation,
      absent: (code) => isAbsentInAzure({}, code),
      request: (page) => graphRequestOf(call, about, page),
      isSingle: call.single === true,
      next: '@odata.nextLink',
    });
  if (call.of === undefined) return ask();
  const above = before.get(call.of) ?? { items: [], missing: null };
  const each = above.items.flatMap(({ json }) => {
    const id = textOf(json, 'id');
    return id === undefined ? [] : [ask(id)];
  });
  return { items: each.flatMap(({ items }) => items), missing: above.missing ?? each.find(({ missing }) => missing)?.missing ?? null };
}

/** Owner, Contributor, Virtual Machine Contributor, Virtual Machine Administrator Login, Virtual Machine User Login. Source: Azure built-in roles, read 2026-11-22. */
const MACHINE_ROLES: ReadonlySet<string> = new Set([
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  'b24988ac-6180-42a0-ab88-20f7382dd24c',
  '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
  '1c0163c0-47e6-4577-8991-ea5c82e286e4',
  'fb879df8-f326-4884-b1cf-06f3ad86be52',
]);

interface MachineUsers {
  readonly ids: ReadonlySet<string>;
  readonly missing: Missing | null;
}

/** Who has such a role, from the role assignments of the subscriptions, which whoever opens a snapshot hands over with the directory. */
function machineUsers(answers: RecordedAnswers): MachineUsers {
  const { items, missing } = answers.everything('Microsoft.Authorization', 'roleAssignments');
  const ids = items.flatMap((item) => {
    const role = textOf(item, 'properties.roleDefinitionId')?.split('/').at(-1)?.toLowerCase();
    const principal = textOf(item, 'properties.principalId');
    return principal !== undefined && role !== undefined && MACHINE_ROLES.has(role) ? [principal.toLowerCase()] : [];
  });
  return { ids: new Set(ids), missing };
}

function entering(user: JsonObject, { ids, missing }: MachineUsers): Record<string, LiveValue> {
  const has = ids.has((textOf(user, 'id') ?? '').toLowerCase());
  return { entersMachines: has || (missing ?? false) };
}

interface ById {
  readonly byId: ReadonlyMap<string, Json>;
  readonly missing: Missing | null;
}

function byId(answers: Answers | undefined): ById {
  const entries = (answers?.items ?? []).map(({ json }) => [textOf(json, 'id') ?? '', json] as const);
  return { byId: new Map(entries), missing: answers?.missing ?? null };
}

/** What other answers tell of a user. Without a licence nobody knows when somebody last signed in. */
function told(user: JsonObject, { signIns, registration }: { signIns: ById; registration: ById }, at: string): Record<string, LiveValue> {
  const id = textOf(user, 'id') ?? '';
  const kinds = ['lastSignInDateTime', 'lastNonInteractiveSignInDateTime', 'lastSuccessfulSignInDateTime'];
  const days = kinds.flatMap((kind) => daysSince(textOf(signIns.byId.get(id), `signInActivity.${kind}`), at) ?? []);
  return {
    ageDays: daysSince(textOf(user, 'createdDateTime'), at),
    unusedDays: signIns.missing ?? (days.length > 0 ? Math.min(...days) : undefined),
    registration: registration.byId.get(id) ?? registration.missing ?? undefined,
  };
}

/** Whole days from a time to the call that told of it; undefined for no time. */
function daysSince(time: string | undefined, at: string): number | undefined {
  const days = Math.floor((Date.parse(at) - Date.parse(time ?? '')) / 86_400_000);
  return Number.isNaN(days) ? undefined : days;
}

function passwords(account: string, application: JsonObject, range: Range): readonly DeclaredResource[] {
  const name = textOf(application, 'displayName') ?? '';
  return itemsAt(application, 'passwordCredentials').flatMap((password) =>
    isJsonObject(password)
      ? [declaredObject(account, 'passwordCredentials', { ...password, id: password['keyId'] ?? '', application: name }, range)]
      : [],
  );
}

function typeOf(operation: string): string {
  return `Microsoft.Graph/${operation}`;
}

function declaredObject(account: string, operation: string, members: Readonly<Record<string, LiveValue>>, range: Range): DeclaredResource {
  const type = typeOf(operation);
  const [id, label] = [text(members['id']) ?? operation, text(members['displayName']) ?? text(members['userPrincipalName'])];
  const entries = Object.entries(members).map(([key, member]) => [key, { value: azureValue(member, range), range }] as const);
  const named = label === undefined ? [] : [['name', { value: stringValue(label, range), range }] as const];
  return {
    mode: 'managed',
    type,
    name: label ?? id,
    address: `${operation}/${id}`,
    reference: `${type} ${id}`,
    ...(label !== undefined && { label }),
    names: [id],
    moduleAddress: '',
    moduleDir: '',
    rootDir: `azure:${account}`,
    key: null,
    block: { type, range, head: range, attributes: new Map([...entries, ...named]), blocks: [], uncertain: false, via: null },
    provider: 'azure',
    region: unknownValue('computed', 'it has no region', range),
  };
}

function text(value: LiveValue): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
