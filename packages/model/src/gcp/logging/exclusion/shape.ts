/** Entries that are dropped. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface LogExclusion {
  readonly filter: string;
  /** Default false. */
  readonly isDisabled: boolean;
}
