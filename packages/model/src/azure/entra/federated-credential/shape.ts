/** Who outside of Azure may become an application. Source: Microsoft Entra documentation "Workload identity federation", read 2026-11-22. */
export interface FederatedCredential {
  /** `https://token.actions.githubusercontent.com` … */
  readonly issuer: string;
  /** `repo:example/orders:environment:production` … */
  readonly subject: string;
}
