import type { AttrMap } from '../../../node.ts';

/**
 * What a service hands to code in plain text: environment variables, arguments, options. Functions, containers and builds have types of their own.
 * Source: hashicorp/aws documentation and CloudFormation template reference of the types the readers name, read 2026-11-22.
 */
export interface ResourceEnvironment {
  /** Variables that hold a credential in plain text → its kind. */
  readonly credentials: AttrMap<string>;
}
