/** Which resource types can be read from a live account. */
import type { CloudProvider, RegisteredReader } from '@kumomori/model';
import { azureCalls, azureParts, liveSources, readerFor } from '@kumomori/model';

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

function cloudOf(type: string): CloudProvider | null {
  const [cloud] = type.split('.');
  return cloud === 'aws' || cloud === 'azure' || cloud === 'gcp' || cloud === 'kubernetes' ? cloud : null;
}
