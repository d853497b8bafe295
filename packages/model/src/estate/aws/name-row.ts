/** How the rows of the tables of names are written. */
import type { NameRule } from '../naming.ts';

/** Block types and the rule that names them all. */
export type NameRow = readonly [types: readonly string[], rule: NameRule];

export interface NameSpec {
  /** Attributes that hold the name, Terraform's and CloudFormation's. */
  readonly name?: string;
  /** Template of the ARN. Not given: it has none. */
  readonly arn?: string;
  /** Template of Terraform's `id`; what the thing is called inside its ARN when that is decided by AWS. Default: symbolic. */
  readonly id?: string;
  /** Template of CloudFormation's `Ref`. Default: that of `id`. */
  readonly ref?: string;
  /** More attributes that name it. */
  readonly more?: Readonly<Record<string, string>>;
}

/** `types` and `name`: separated by spaces. */
export function row(types: string, { name, arn, id = '{self}', ref = id, more = {} }: NameSpec): NameRow {
  return [
    types.split(' '),
    {
      name: name === undefined ? [] : name.split(' '),
      attributes: { ...(arn !== undefined && { arn, Arn: arn }), id, '': ref, ...(name !== undefined && { name: '{name}' }), ...more },
    },
  ];
}

/** `arn:PARTITION:service:REGION:ACCOUNT:rest`. */
export function regional(service: string, rest: string): string {
  return `arn:{partition}:${service}:{region}:{account}:${rest}`;
}

/** An ARN without region. */
export function global(service: string, rest: string): string {
  return `arn:{partition}:${service}::{account}:${rest}`;
}
