/** A password of an application. Source: Microsoft Entra documentation "Application credentials", read 2026-11-22. */
export interface Credential {
  /** Days from its beginning to its end. Default of the provider two years. */
  readonly lifetimeDays: number;
}
