/** An API that the gateway publishes. Source: Azure API Management documentation, read 2026-11-22. */
export interface Api {
  /** `http`, `https`, `ws`, `wss`. Default https. */
  readonly protocols: readonly string[];
  /** Callers show a key. Default true. */
  readonly asksSubscription: boolean;
}
