/** The documents of AWS's own managed policies, from the bundled snapshot or the user's refresh. */
import { isRecord } from '@kumomori/model';

/** Document by name with path below `policy/`: `AdministratorAccess`, `service-role/AWSLambdaBasicExecutionRole`. */
export interface ManagedPolicies {
  /** When they were read from AWS: `2026-03-26`. */
  readonly date: string;
  readonly documents: ReadonlyMap<string, object>;
}

export const NO_MANAGED_POLICIES: ManagedPolicies = { date: '', documents: new Map() };

/** Undefined: no policy of AWS, or one the snapshot lacks. */
export function managedDocument(arn: string, { documents }: ManagedPolicies): object | undefined {
  const path = /^arn:aws[a-z-]*:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  return path === undefined ? undefined : documents.get(path);
}

/** Of a name alone: its path below `policy/`. Names of AWS's policies are unique. */
export function managedPathOf(name: string, { documents }: ManagedPolicies): string | undefined {
  if (documents.has(name)) return name;
  for (const path of documents.keys()) if (path.endsWith(`/${name}`)) return path;
  return undefined;
}

/**
 * `{ policies: [{ arn, document }] }` of the snapshot, or the answer of `aws iam get-account-authorization-details --filter AWSManagedPolicy`.
 * What has neither form gives none.
 */
export function readManagedPolicies(json: unknown): ManagedPolicies {
  const documents = new Map<string, object>();
  if (!isRecord(json)) return NO_MANAGED_POLICIES;
  const date = typeof json['date'] === 'string' ? json['date'] : '';
  for (const each of listAt(json, 'policies')) add(documents, each['arn'], each['document']);
  for (const each of listAt(json, 'Policies')) {
    const version = listAt(each, 'PolicyVersionList').find(({ IsDefaultVersion }) => IsDefaultVersion === true);
    add(documents, each['Arn'], version?.['Document']);
  }
  return { date, documents };
}

/** The second's documents count where both have one. */
export function joinManagedPolicies(one: ManagedPolicies, other: ManagedPolicies): ManagedPolicies {
  return { date: other.date === '' ? one.date : other.date, documents: new Map([...one.documents, ...other.documents]) };
}

function add(documents: Map<string, object>, arn: unknown, document: unknown): void {
  if (typeof arn !== 'string') return;
  const path = /:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  const parsed = typeof document === 'string' ? parse(document) : document;
  if (path !== undefined && isRecord(parsed)) documents.set(path, parsed);
}

/** The API gives documents as URL-encoded JSON, the command line as objects. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('%') ? decodeURIComponent(text) : text);
  } catch {
    return undefined;
  }
}

function listAt(json: Readonly<Record<string, unknown>>, key: string): readonly Readonly<Record<string, unknown>>[] {
  const list = json[key];
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
