/** An instance that Systems Manager reaches. Only a live account says it. Source: AWS Systems Manager API reference, read 2026-11-22. */
export interface ManagedInstance {
  /** `COMPLIANT`, `NON_COMPLIANT`; undefined: Patch Manager never scanned it. */
  readonly patchStatus: string | undefined;
  /** The same for what State Manager keeps in place. */
  readonly associationStatus: string | undefined;
}
