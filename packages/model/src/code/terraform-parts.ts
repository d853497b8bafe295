/** Blocks of Terraform that are no resources of a cloud and are judged all the same: provider configurations and module calls. */
import type { DeclaredAttribute, DeclaredBlock, DeclaredResource } from '../declared.ts';
import type { Range } from '../source.ts';
import type { Value } from '../value.ts';
import { unknownValue } from '../value.ts';

export interface ProviderPart {
  /** How resources name it: `aws`, `aws.tokyo`, `module.logs.aws`. */
  readonly key: string;
  /** Its default tags count for every resource. */
  readonly defaultTags: Value | null;
  readonly name?: string;
  readonly alias?: string | null;
  readonly moduleAddress?: string;
  /** Absent where only the configuration's effect is known (plans). */
  readonly block?: DeclaredBlock;
}

export interface ModulePart {
  readonly address: string;
  readonly name: string;
  readonly moduleAddress: string;
  readonly moduleDir: string;
  readonly source: Value | null;
  readonly version: Value | null;
  readonly range: Range;
  readonly head: Range;
}

interface Root {
  readonly kind: string;
  readonly dir: string;
  readonly providers?: readonly ProviderPart[];
  readonly moduleCalls?: readonly ModulePart[];
}

/** `provider.aws` for each provider configuration, `module` for each call; nothing of other formats. O(blocks). */
export function terraformParts(root: Root): readonly DeclaredResource[] {
  if (root.kind !== 'terraform') return [];
  const providers = (root.providers ?? []).flatMap((provider) =>
    provider.block ? [providerResource(provider, provider.block, root.dir)] : [],
  );
  return [...providers, ...(root.moduleCalls ?? []).map((call) => moduleResource(call, root.dir))];
}

function providerResource(
  { key, name = key, alias, moduleAddress = '' }: ProviderPart,
  block: DeclaredBlock,
  rootDir: string,
): DeclaredResource {
  const { path } = block.head.source;
  const local = alias ? `provider.${name}.${alias}` : `provider.${name}`;
  return {
    ...common(block.head, rootDir),
    type: `provider.${name}`,
    name: alias ?? name,
    address: moduleAddress === '' ? local : `${moduleAddress}.${local}`,
    moduleAddress,
    moduleDir: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '',
    block,
    provider: key,
  };
}

function moduleResource(
  { address, name, moduleAddress, moduleDir, source, version, range, head }: ModulePart,
  rootDir: string,
): DeclaredResource {
  const written = [...(source ? [['source', source] as const] : []), ...(version ? [['version', version] as const] : [])];
  const attributes = new Map(written.map(([key, value]): [string, DeclaredAttribute] => [key, { value, range: value.range ?? head }]));
  return {
    ...common(head, rootDir),
    type: 'module',
    name,
    address,
    moduleAddress,
    moduleDir,
    block: { type: 'module', range, head, attributes, blocks: [], uncertain: false, via: null },
    provider: 'terraform',
  };
}

function common(head: Range, rootDir: string): Pick<DeclaredResource, 'mode' | 'key' | 'region' | 'rootDir'> {
  return { mode: 'managed', key: null, rootDir, region: unknownValue('computed', 'it has no region', head) };
}
