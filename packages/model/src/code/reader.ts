/** The contract of a resource type's readers of code (`terraform.ts`, `cloudformation.ts` …), and what a reader may ask about the blocks around it. */
import type { FieldsOf, Leaf, ListNode, MapNode, RefNode } from '../node.ts';
import type { DeclaredResource } from '../declared.ts';
import type { Value } from '../value.ts';
import type { ReaderName } from '../resource.ts';
import type { BlockReader } from './block-reader.ts';

export interface CodeReader<T> {
  /** Block types that are this resource; `data.` before a data source. Empty for a type with an `anchor`. */
  readonly types: readonly string[];
  /** Which blocks of `types` are this resource, where the type alone does not say it; all of them without it. Reads nothing but the block. */
  accepts?(block: BlockReader): boolean;
  /**
   * For a type that a root module has at most once without a block of its own (`aws.account`): the block that findings point at,
   * null when the code does not manage such a thing.
   */
  anchor?(context: ReaderContext): BlockReader | null;
  /**
   * Block types that add to it → the attribute that names it. A satellite whose parent is not in the code makes a stub:
   * a resource of which only the satellite is known and everything else is `outside`.
   */
  readonly satellites?: Readonly<Record<string, string>>;
  /**
   * Satellite types of which a resource has at most one. When two of them name the same parent that is not in the code, each makes a
   * stub of its own: they cannot both describe it.
   */
  readonly single?: readonly string[];
  /**
   * `each`: satellites without a visible parent are judged one by one (rules, listeners); otherwise together, as one resource.
   * `ignored`: they make no stub, because they add to resources of other types as well (a web ACL's association).
   */
  readonly lonelySatellites?: 'each' | 'ignored';
  /** True: satellites are things that people add, change and accept one by one; what one of them decides is reported at it. */
  readonly reportAtSatellites?: boolean;
  /** Attributes by whose literal value other blocks may name it (`bucket`, `name`, `id`); the first known one is its display name. */
  readonly identity?: readonly string[];
  read(block: BlockReader, context: ReaderContext): FieldsOf<T>;
}

/** What lies around the block being read, within its root module. */
export interface ReaderContext {
  /** The satellites of one type that name this resource. Those merged into a `block` that is absent give defaults at the parent's head. */
  satellites(type: string): readonly BlockReader[];
  /** The first satellite; when there is none, an absent block at this resource's head (outside for a stub). */
  satellite(type: string): BlockReader;
  /**
   * Major version of a provider that the root module's constraint admits at most; without one the newest that we know, which is what
   * Terraform would install. For defaults that changed.
   */
  providerMajor(provider: TerraformProvider): number;
  /** Tags of a block, the provider's default tags included. */
  tags(block: BlockReader): MapNode<string>;
  /** Every block of a type in the root module, modules included. */
  all(type: string): readonly BlockReader[];
  /** True when another block of the root module, of a type other than `besides`, uses the resource or data source of this block. */
  isUsed(block: BlockReader, besides?: readonly string[]): boolean;
  /** Blocks that a value refers to or names literally, among those of the given block types. */
  targets(value: Value | undefined, types: readonly string[]): readonly BlockReader[];
  /** Link to a resource of a model type (`aws.ec2.vpc`); absent when the attribute is not written. */
  ref(block: BlockReader, attribute: string, type: string): RefNode | Leaf<never>;
  /** The same for an attribute the provider requires: when code lacks it, reading through the link is unresolved. */
  requiredRef(block: BlockReader, attribute: string, type: string): RefNode;
  /** One link for each element of a list attribute. */
  refs(block: BlockReader, attribute: string, type: string): ListNode<never>;
  /** The link to the resource that a block became (for fields computed through `all`). */
  refTo(block: BlockReader, type: string): RefNode;
}

/** Providers of Terraform some defaults of which depend on the version. */
export type TerraformProvider = 'aws' | 'azurerm' | 'google';

/** Ties a reader to the interface of its `shape.ts`. */
export function defineTerraform<T>(reader: CodeReader<T>): CodeReader<T> {
  return reader;
}
export function defineCloudFormation<T>(reader: CodeReader<T>): CodeReader<T> {
  return reader;
}
export function defineArm<T>(reader: CodeReader<T>): CodeReader<T> {
  return reader;
}
/** For what the templates of a cloud cannot say: without it, live resources are read by the reader of templates. */
export function defineLive<T>(reader: CodeReader<T>): CodeReader<T> {
  return reader;
}
export function defineKubernetes<T>(reader: CodeReader<T>): CodeReader<T> {
  return reader;
}
export function defineDockerfile<T>(reader: CodeReader<T>): CodeReader<T> {
  return reader;
}
/** For what stands in files of any kind. */
export function defineText<T>(reader: CodeReader<T>): CodeReader<T> {
  return reader;
}
export function defineCompose<T>(reader: CodeReader<T>): CodeReader<T> {
  return reader;
}

/** The readers of a resource type in the registry, its shape forgotten. */
export interface RegisteredReader extends Partial<Readonly<Record<ReaderName | 'live', CodeReader<unknown>>>> {
  readonly type: string;
}

export type { DeclaredResource };
