/** Checks as admission rules: what can be said about one object when it is admitted. */

/** `pods`: whatever makes pods, asked through `variables.podSpec` and its companions; else resources as rules of policies name them. */
export interface AdmissionRule {
  /** `pods`, or `GROUP/RESOURCE` (`/services`, `networking.k8s.io/ingresses`). */
  readonly resources: readonly string[];
  /** True: the object is right. Variables beside the common ones, in order. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly expression: string;
  /** Applies only where this holds. */
  readonly when?: string;
  /** It judges less than the check, and why. */
  readonly note?: string;
}

/** Checks that cannot be asked of one object alone, and why. */
export interface AdmissionObstacle {
  readonly reason: 'other-objects' | 'not-admitted' | 'files' | 'search';
}
