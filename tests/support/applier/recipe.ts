/** How one type of Terraform is made through the AWS SDK. */
import type { Connection } from '../moto/estate.ts';
import type { Block } from './block.ts';

/** Attributes that the API answered with: `id`, `arn` and whatever else other resources refer to. `live`: what an account knows it by. */
export type Outputs = Readonly<Record<string, unknown>>;

export interface Making {
  readonly account: string;
  readonly region: string;
  /** A client of the SDK in the region of the resource. */
  client<C>(kind: new (config: Connection & { readonly forcePathStyle?: boolean }) => C): C;
  /** With those of the provider. */
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
  readonly tagMap: Readonly<Record<string, string>>;
}

export type Recipe = (block: Block, making: Making) => Promise<Outputs>;
export type Recipes = Readonly<Record<string, Recipe>>;

/** Tags of EC2, which are given while something is made. */
export function tagged<T extends string>(
  type: T,
  { tags }: Making,
): { readonly ResourceType: T; readonly Tags: { readonly Key: string; readonly Value: string }[] }[] | undefined {
  return tags.length > 0 ? [{ ResourceType: type, Tags: [...tags] }] : undefined;
}

/** What has to be written; a resource without it cannot be made. */
export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is not known`);
  return value;
}
