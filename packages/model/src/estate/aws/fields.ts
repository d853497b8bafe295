/** Attributes of a block by their two spellings: Terraform's and CloudFormation's, which live answers of AWS have too. */
import type { BlockReader } from '../../code/index.ts';
import type { SourcedDocument } from '../documents.ts';
import { documentAt, documentOf } from '../documents.ts';
import type { EntityContext } from '../entity.ts';
import type { Known, Texts } from '../undecided.ts';
import { isUndecided, known, texts } from '../undecided.ts';

export class Fields {
  readonly block: BlockReader;
  readonly isTerraform: boolean;

  constructor(block: BlockReader, isTerraform: boolean) {
    this.block = block;
    this.isTerraform = isTerraform;
  }

  /** Some live things have the types of Terraform, because templates have none; roles that AWS keeps are told as other roles are. */
  static of(block: BlockReader, { declared }: Pick<EntityContext, 'declared'>): Fields {
    return new Fields(block, !declared.type.includes('::') && !declared.type.startsWith('aws.iam.'));
  }

  text(terraform: string, cloudformation: string = terraform): Known<string | undefined> {
    return known(this.block.string(this.#name(terraform, cloudformation)));
  }

  flag(terraform: string, cloudformation: string = terraform): Known<boolean> {
    return known(this.block.boolean(this.#name(terraform, cloudformation), { default: false })) ?? false;
  }

  number(terraform: string, cloudformation: string = terraform): Known<number | undefined> {
    return known(this.block.number(this.#name(terraform, cloudformation)));
  }

  list(terraform: string, cloudformation: string = terraform): Texts {
    return texts(this.block.strings(this.#name(terraform, cloudformation)));
  }

  document(terraform: string, cloudformation: string = terraform): Known<SourcedDocument | undefined> {
    const name = this.#name(terraform, cloudformation);
    if (!name.includes('.')) return documentAt(this.block, name);
    const [outer = '', inner = ''] = name.split('.');
    const value = this.block.value(outer);
    return value?.kind === 'unknown' ? documentOf(value) : documentAt(this.block.block(outer), inner);
  }

  /** Is the attribute written, whatever it says? */
  has(terraform: string, cloudformation: string = terraform): boolean {
    return this.block.value(this.#name(terraform, cloudformation)) !== undefined;
  }

  nested(terraform: string, cloudformation: string = terraform): Fields {
    return new Fields(this.block.block(this.#name(terraform, cloudformation)), this.isTerraform);
  }

  /** `rest` not null: there may be more. */
  each(terraform: string, cloudformation: string = terraform): { readonly fields: readonly Fields[]; readonly rest: Texts['rest'] } {
    const { readers, rest } = this.block.blocks(this.#name(terraform, cloudformation));
    return { fields: readers.map((each) => new Fields(each, this.isTerraform)), rest: rest?.reason ?? null };
  }

  #name(terraform: string, cloudformation: string): string {
    return this.isTerraform ? terraform : cloudformation;
  }
}

/** A list of one, or of none. */
export function oneText(text: Known<string | undefined>): Texts {
  if (isUndecided(text)) return { items: [], rest: text.undecided };
  return { items: text === undefined ? [] : [text], rest: null };
}

/** Nothing in it, and nothing else either. */
export const NO_TEXTS: Texts = { items: [], rest: null };

/** The name at the end of an ARN, or of a path. */
export function lastOf(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
}
