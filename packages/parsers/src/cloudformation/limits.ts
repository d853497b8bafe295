/** Bounds that keep hostile or broken templates from hanging or filling the memory; CloudFormation's own quotas lie far below. */
export interface CloudFormationLimits {
  /** Values looked at in one run; the length of all templates is added. */
  readonly steps: number;
  /** Nested evaluations: functions inside functions, conditions behind conditions. Bounded by the JavaScript stack. */
  readonly depth: number;
  readonly resources: number;
  /** Nested stacks in one run, and how deep they lie in one another. */
  readonly stacks: number;
  readonly stackDepth: number;
  /** UTF-16 code units of one text. */
  readonly textLength: number;
  /** Elements that one `Fn::ForEach` is written out for, one `Fn::Cidr` gives. */
  readonly elements: number;
}

export const DEFAULT_CLOUDFORMATION_LIMITS: CloudFormationLimits = {
  steps: 1_000_000,
  depth: 400,
  resources: 50_000,
  stacks: 1_000,
  stackDepth: 16,
  textLength: 2_000_000,
  elements: 1_000,
};
