/** A CloudFormation stack that Terraform or a parent stack makes. Source: hashicorp/aws documentation of aws_cloudformation_stack, read 2026-11-22. */
export interface Stack {
  /** Events of the stack go to topics. */
  readonly hasTopic: boolean;
  /** Outputs of a template that lies in the code. */
  readonly outputs: readonly StackOutput[];
}

export interface StackOutput {
  readonly key: string;
  /** The value where it is a plain text; undefined for a function (`Ref`, `Fn::GetAtt`). */
  readonly value: string | undefined;
  /** Parameter or resource it refers to by `Ref`. */
  readonly ref: string | undefined;
}
