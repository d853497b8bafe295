/** The APIs that code switches on in a project; only where it does so for at least three, so that a missing one says something. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface EnabledServices {
  readonly services: readonly string[];
  /** One block lists all of them. */
  readonly isComplete: boolean;
}
