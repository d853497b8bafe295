import type { AttrMap } from '../../../node.ts';

/** A CloudFormation stack that Terraform or a parent stack makes. Source: hashicorp/aws documentation of aws_cloudformation_stack, read 2026-11-22. */
export interface Stack {
  /** Events of the stack go to topics. */
  readonly hasTopic: boolean;
  /** CloudFormation works with a role of its own, not with the rights of whoever calls. */
  readonly hasRole: boolean;
  /** Outputs that hold a credential → its kind. Of a template that lies in the code. */
  readonly outputCredentials: AttrMap<string>;
}
