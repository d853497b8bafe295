/** A container app. Source: Azure Container Apps documentation, read 2026-11-22. */
export interface ContainerApp {
  /** It can be reached from outside of its environment. Default false. */
  readonly isExternal: boolean;
  /** Plain HTTP is answered instead of redirected. Default false. */
  readonly allowsInsecure: boolean;
  readonly hasIdentity: boolean;
}
