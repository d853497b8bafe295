/** How old an API key is; only Google knows. Source: API Keys API v2 reference, read 2026-11-22. */
export interface ApiKeyAge {
  readonly ageDays: number;
}
