/** A TPU machine. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface TpuVm {
  /** Default false. */
  readonly hasExternalAddress: boolean;
}
