import type { ObjectNode } from './node.ts';
import type { Range } from './source.ts';

export type Provider = 'aws' | 'azure' | 'gcp' | 'kubernetes' | 'docker' | 'repository';

/** What a resource was read from. A plan and a state are read by the readers for Terraform. */
export const codeKinds = [
  'terraform',
  'terraform-plan',
  'terraform-state',
  'cloudformation',
  'arm',
  'kubernetes',
  'dockerfile',
  'compose',
  'text',
  'live',
] as const;
export type CodeKind = (typeof codeKinds)[number];

/** Files of a resource type's folder that read code, by the export's name. */
export const readerNames = ['terraform', 'cloudformation', 'arm', 'kubernetes', 'dockerfile', 'compose', 'text'] as const;
export type ReaderName = (typeof readerNames)[number];

/** `live`: which reader that is depends on the cloud. */
export function readerNameOf(kind: CodeKind): ReaderName | 'live' {
  return kind === 'terraform-plan' || kind === 'terraform-state' ? 'terraform' : kind;
}

/** Where a resource was read from. */
export interface Origin {
  readonly kind: CodeKind;
  /** As the tool prints it (contracts.md §2). */
  readonly address: string;
  /** The same for every instance made from one block: `modules/bucket#aws_s3_bucket.this`. */
  readonly definition: string;
  /** Folder of the root module it was evaluated in. */
  readonly rootDir: string;
  /** The whole block, for line ranges; the first satellite's for a stub. */
  readonly range: Range;
  readonly head: Range;
}

/** One thing in the cloud, whatever it was read from. T is the interface in the type's `shape.ts`. */
export interface Resource<T = unknown> {
  /** Unique within a run. */
  readonly key: string;
  /** `aws.s3.bucket` */
  readonly type: string;
  readonly provider: Provider;
  /** For people: the cloud's own name when it is known, else the address in code. Never evidence. */
  readonly name: string;
  readonly fields: ObjectNode<T>;
  readonly origin: Origin;
  readonly account: string | null;
  readonly region: string | null;
  /** Known tags only. */
  readonly tags: Readonly<Record<string, string>>;
  /** Satellites that people see as things of their own (a rule of a group): what they decide is reported at them, not at the resource. */
  readonly ownPlaces: readonly Origin[];
  /** Every block the resource is made of: inline suppressions in any of them count. */
  readonly parts: readonly Range[];
}
