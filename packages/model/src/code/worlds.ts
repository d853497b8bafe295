/**
 * Code whose existence hangs on an unknown count or collection, seen twice: as if all of it were created, and as if none were. What is
 * the same in both is certain after all, and what is wrong when created is wrong as written.
 */
import type { DeclaredBlock, DeclaredResource } from '../declared.ts';
import type { CodeRoot } from './normalize.ts';

export interface Worlds {
  readonly all: CodeRoot;
  readonly none: CodeRoot;
  /** One block alone is uncertain, so that these two are the only possibilities; with more, mixtures are possible too. */
  readonly areComplete: boolean;
}

/** Null when every block of the root module certainly exists. O(blocks). */
export function worldsOf(root: CodeRoot): Worlds | null {
  const uncertain = new Set<string>();
  for (const resource of root.resources) collectUncertain(resource.block, resource, uncertain);
  if (uncertain.size === 0) return null;
  return {
    all: { ...root, resources: root.resources.map((resource) => ({ ...resource, block: certain(resource.block) })) },
    none: {
      ...root,
      resources: root.resources.flatMap((resource) => (resource.block.uncertain ? [] : [{ ...resource, block: without(resource.block) }])),
    },
    areComplete: uncertain.size === 1,
  };
}

/** Blocks made from the same text share one condition. */
function collectUncertain(block: DeclaredBlock, resource: DeclaredResource, found: Set<string>): void {
  if (block.uncertain) found.add(`${resource.moduleAddress}|${block.head.source.path}:${block.head.start}`);
  for (const nested of block.blocks) collectUncertain(nested, resource, found);
}

function certain(block: DeclaredBlock): DeclaredBlock {
  const blocks = block.blocks.map(certain);
  return { ...block, uncertain: false, blocks };
}

function without(block: DeclaredBlock): DeclaredBlock {
  return { ...block, blocks: block.blocks.filter((nested) => !nested.uncertain).map(without) };
}
