/** How machines of a root module are administered; there only where machines have public addresses, the way that a Bastion makes needless. */
export interface Administration {
  readonly hasBastion: boolean;
}
