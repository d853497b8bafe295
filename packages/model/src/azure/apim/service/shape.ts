/** A gateway for APIs. Source: Azure API Management documentation and template reference of Microsoft.ApiManagement/service, read 2026-11-22. */
export interface Service {
  /** `Developer`, `Premium`, `Consumption` … */
  readonly tier: string;
  /** It stands in a subnet of one's own. */
  readonly hasSubnet: boolean;
  /** Default true. */
  readonly isPublic: boolean;
  /** Consumption tier: clients show a certificate. Default false. */
  readonly asksClientCertificates: boolean;
  /** Old protocols and ciphers that are switched on, by the name of their switch. */
  readonly oldProtocols: readonly string[];
  readonly hasIdentity: boolean;
}
