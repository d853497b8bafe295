/** Which requests of Front Door go where. Source: Azure Front Door documentation "Routes", read 2026-11-22. */
export interface Route {
  /** `Http`, `Https`: those that are taken. */
  readonly protocols: readonly string[];
  /** HTTP is sent on to HTTPS. */
  readonly redirectsToHttps: boolean;
  /** `HttpOnly`, `HttpsOnly` or `MatchRequest` towards the origin. */
  readonly forwarding: string;
}
