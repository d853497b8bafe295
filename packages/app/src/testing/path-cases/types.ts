/** One attack path, and the same estate without it. */
export interface PathCase {
  readonly name: string;
  /** Terraform. */
  readonly estate: string;
  /** `ENTRY: EDGE NODE, EDGE NODE` of a path that must be told; null: none at all may be told. */
  readonly tells: string | null;
  /** What is changed so that it is told no more: texts and what stands in their place. */
  readonly closedBy?: readonly (readonly [string, string])[];
}
