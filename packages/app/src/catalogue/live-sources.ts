/** Which resource types can be read from a live account. */
import type { CloudProvider, RegisteredReader } from '@kumomori/model';
import { awsEventSources, azureCalls, azureParts, knownKinds, liveSources, readerFor, serviceOfGroup, typeOfKind } from '@kumomori/model';

/** Types of the templates' words that answers become, by cloud; a cluster's answers are its manifests, of whatever kind. */
const declared: Readonly<Record<Exclude<CloudProvider, 'kubernetes'>, ReadonlySet<string>>> = {
  aws: new Set(liveSources.aws.flatMap(({ types }) => types)),
  azure: new Set([...azureCalls.map(({ type }) => type), ...Object.keys(azureParts)].map((type) => type.toLowerCase())),
  gcp: new Set(liveSources.gcp.flatMap(({ types }) => types)),
};

/** True when some answer becomes what the type's reader reads, or the reader looks at the account as a whole. */
export function isReadLive(readers: RegisteredReader): boolean {
  const cloud = cloudOf(readers.type);
  if (cloud === null) return false;
  const reader = readerFor(readers, { kind: 'live', cloud });
  if (!reader) return false;
  if (cloud === 'kubernetes' || reader.anchor) return true;
  const read = [...reader.types, ...Object.keys(reader.satellites ?? {})];
  // Directories are asked through Microsoft Graph, whose answers have readers of their own.
  return read.some((type) => type.startsWith('Microsoft.Graph/') || declared[cloud].has(cloud === 'azure' ? type.toLowerCase() : type));
}

/** Stands for any event of the account: what is read is not of single kinds. */
export const ANY_EVENT = '*';

/**
 * Who logs the events that can change what is read of a type in a live account, as audit logs name them: `s3.amazonaws.com`,
 * `Microsoft.Storage`, `storage.googleapis.com`, `apps/deployments`. Empty when it is not read live. What it links to has its own.
 */
export function auditSourcesOf(readers: RegisteredReader): readonly string[] {
  const cloud = cloudOf(readers.type);
  const reader = cloud !== null && isReadLive(readers) ? readerFor(readers, { kind: 'live', cloud }) : undefined;
  if (cloud === null || !reader) return [];
  const types = [...reader.types, ...Object.keys(reader.satellites ?? {})];
  const found = new Set(types.flatMap((type) => logging[cloud](type)));
  const [, folder = ''] = readers.type.split('.');
  if (cloud === 'aws') for (const source of awsEventSources(folder)) found.add(`${source}.amazonaws.com`);
  return found.size === 0 ? [ANY_EVENT] : [...found].sort();
}

const logging: Readonly<Record<CloudProvider, (type: string) => readonly string[]>> = {
  aws: (type) => callsOf(liveSources.aws, type).flatMap((service) => awsEventSources(service).map((source) => `${source}.amazonaws.com`)),
  azure: (type) => (type.includes('/') ? [type.split('/')[0] ?? type] : []),
  gcp: (type) => callsOf(liveSources.gcp, type),
  kubernetes: (type) =>
    knownKinds.filter((kind) => typeOfKind(kind) === type).map(({ group, plural }) => `${serviceOfGroup(group)}/${plural}`),
};

/** Services whose answers become things of a type. */
function callsOf(sources: (typeof liveSources)['aws' | 'gcp'], type: string): readonly string[] {
  return sources.filter(({ types }) => types.includes(type)).map(({ call }) => call.slice(0, call.lastIndexOf(':')));
}

function cloudOf(type: string): CloudProvider | null {
  const [cloud] = type.split('.');
  return cloud === 'aws' || cloud === 'azure' || cloud === 'gcp' || cloud === 'kubernetes' ? cloud : null;
}
