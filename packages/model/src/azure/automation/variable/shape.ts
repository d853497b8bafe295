/** A value that scripts of an account share. Source: Azure Automation documentation "Variables", read 2026-11-22. */
export interface Variable {
  /** Only scripts can read it. Default false. */
  readonly isEncrypted: boolean;
}
