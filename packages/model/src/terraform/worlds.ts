/**
 * Code whose existence hangs on an unknown count or collection, seen twice: as if all of it were created, and as if none were. What is
 * the same in both is certain after all, and what is wrong when created is wrong as written.
 */
import type { TerraformBlock, TerraformResource } from '../terraform-block.ts';
import type { TerraformRoot } from './normalize.ts';

export interface Worlds {
  readonly all: TerraformRoot;
  readonly none: TerraformRoot;
  /** One block alone is uncertain, so that these two are the only possibilities; with more, mixtures are possible too. */
  readonly areComplete: boolean;
}

/** Null when every block of the root module certainly exists. O(blocks). */
export function worldsOf(root: TerraformRoot): Worlds | null {
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
function collectUncertain(block: TerraformBlock, resource: TerraformResource, found: Set<string>): void {
  if (block.uncertain) found.add(`${resource.moduleAddress}|${block.head.source.path}:${block.head.start}`);
  for (const nested of block.blocks) collectUncertain(nested, resource, found);
}

function certain(block: TerraformBlock): TerraformBlock {
  const blocks = block.blocks.map(certain);
  return { ...block, uncertain: false, blocks };
}

function without(block: TerraformBlock): TerraformBlock {
  return { ...block, blocks: block.blocks.filter((nested) => !nested.uncertain).map(without) };
}
