import type { PolicyDocument } from '../../../policy/index.ts';

/** A resource policy of a service that has no type of its own for it. Source: hashicorp/aws documentation and CloudFormation template reference of the types below, read 2026-11-22. */
export interface ResourcePolicy {
  readonly document: PolicyDocument | undefined;
}
