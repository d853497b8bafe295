/** Bounds that keep hostile or broken code from hanging or filling the memory; ordinary estates stay far below all of them. */
export interface TerraformLimits {
  /** Expression nodes, elements and blocks looked at in one run; the length of all files read is added. 50,000 lines take 130,000. */
  readonly steps: number;
  /** Nested evaluations (expression depth times reference depth); bounded by the JavaScript stack. */
  readonly depth: number;
  /** Instances of one `count` or `for_each`, elements of one dynamic block. */
  readonly instancesPerBlock: number;
  readonly resources: number;
  readonly moduleInstances: number;
  readonly moduleDepth: number;
  /** UTF-16 code units of one string. */
  readonly stringLength: number;
  /** Leaves and characters below one value, shared parts counted each time they appear. */
  readonly valueWeight: number;
  /** Nesting of lists and maps. */
  readonly valueDepth: number;
}

export const DEFAULT_LIMITS: TerraformLimits = {
  steps: 1_000_000,
  depth: 800,
  instancesPerBlock: 1_000,
  resources: 200_000,
  moduleInstances: 20_000,
  moduleDepth: 64,
  stringLength: 2_000_000,
  valueWeight: 4_000_000,
  valueDepth: 200,
};
