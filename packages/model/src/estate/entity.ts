/** What the analyses of identity, network and attack paths see of a resource: flat, joined by names. */
import type { BlockReader } from '../code/index.ts';
import type { DeclaredResource } from '../declared.ts';
import type { Range } from '../source.ts';

/** What every entity says. The interfaces of one area lie in one file, `<area>.ts`; entities of several clouds share an interface where they mean the same. */
export interface EntityBase {
  /**
   * Unique within an estate: the ARN or the cloud's own id; in code, where those are not known yet, the name that everything which refers to
   * it holds (see naming.ts).
   */
  readonly id: string;
  /** Of contracts.md §4: the address in code, the cloud's own id when live. */
  readonly node: string;
  /** All texts by which others name it: ARN, id, name. `id` is among them. */
  readonly names: readonly string[];
  /** Block type it was read from: `aws_iam_role`, `AWS::IAM::Role`. */
  readonly type: string;
  readonly account: string;
  /** Null where there is none. */
  readonly region: string | null;
  /** Header of the block, or the line of the answer. */
  readonly place: Range;
  /** It is not known whether it exists (count or for_each that nobody knows). */
  readonly uncertain: boolean;
  /** Known tags or labels. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What a reader is told of the block. */
export interface EntityContext {
  readonly declared: DeclaredResource;
  /** To be spread into each entity the block becomes. */
  readonly base: EntityBase;
  /** The ARN of the thing (symbolic in code); of types without ARN the id. */
  readonly arn: string;
  /** `terraform` also for plans and states. Live answers of AWS come in the words of CloudFormation, of Azure of ARM, of Google Cloud of Terraform. */
  readonly words: 'terraform' | 'cloudformation' | 'arm' | 'kubernetes';
  readonly isLive: boolean;
  readonly partition: string;
  /** The symbolic name of an address, which is among the names of what stands there: for references that a value kept (`Value.refs`). */
  symbol(address: string): string;
}

/** Turns a block into entities: several, one or none. Reads nothing but the block; joins are made by names, later. */
export interface EntityReader<E> {
  /** Block types; `data.` before a data source. */
  readonly types: readonly string[];
  read(block: BlockReader, context: EntityContext): readonly E[];
}
