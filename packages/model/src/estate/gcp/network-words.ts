/** How the readers of Google Cloud's networks take references, which are names, paths or links of one and the same thing. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import type { CloudNetworkEntity } from '../network-clouds.ts';
import type { GcpNetworkEntity } from '../network-gcp.ts';
import { mapTexts, textAt, textsAt } from '../reading.ts';
import type { Known, Texts } from '../undecided.ts';

export type GcpEntity = GcpNetworkEntity | CloudNetworkEntity;

/** A link of Compute Engine as its path: `projects/P/global/networks/N`. Other texts stay. */
export function gcpRef(text: string): string {
  return text.replace(/^(?:https:\/\/(?:www|compute)\.googleapis\.com\/compute\/(?:v1|beta)\/|\/\/[a-z]+\.googleapis\.com\/)/, '');
}

export function networkReader(
  types: string,
  read: (block: BlockReader, context: EntityContext) => GcpEntity | readonly GcpEntity[],
): EntityReader<GcpEntity> {
  return {
    types: types.split(' '),
    read: (block, context) => {
      const base = { ...context.base, names: [...new Set([...context.base.names, ...context.base.names.map(gcpRef)])] };
      const found = read(block, { ...context, base });
      return 'kind' in found ? [found] : found;
    },
  };
}

export function refAt(block: BlockReader, paths: string): Known<string | undefined> {
  const found = textAt(block, paths);
  return typeof found === 'string' ? (found === '' ? undefined : gcpRef(found)) : found;
}

export function refsAt(block: BlockReader, paths: string): Texts {
  const { items, rest } = mapTexts(textsAt(block, paths), gcpRef);
  return { items: items.filter((each) => each !== ''), rest };
}

/** One of a closed set of words: what stands for something that nobody knows is none of them. */
export function wordAt(block: BlockReader, paths: string): Known<string | undefined> {
  const found = textAt(block, paths);
  if (typeof found !== 'string' || !/[~\uFFFC]/.test(found)) return found;
  return { undecided: { code: 'computed', detail: `${found.replace(/^~/, '')} is not known` } };
}
