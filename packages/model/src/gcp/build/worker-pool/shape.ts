/** A private pool of Cloud Build. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface WorkerPool {
  /** Default false. */
  readonly hasNoExternalAddress: boolean;
}
