/** What plugins the API server is configured with. Source: Kubernetes reference, AdmissionConfiguration; read 2026-11-22. */
export interface AdmissionConfiguration {
  /** Names. */
  readonly plugins: readonly string[];
}
