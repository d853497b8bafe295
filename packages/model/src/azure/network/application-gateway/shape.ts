import type { Ref } from '../../../node.ts';
import type { WafPolicy } from '../waf-policy/shape.ts';

/** An application gateway. Source: Azure Application Gateway documentation, read 2026-11-22. */
export interface ApplicationGateway {
  /** A firewall of its own configuration (the older way), switched on. */
  readonly hasOwnWaf: boolean;
  /** Does a firewall policy belong to it? */
  readonly hasPolicy: boolean;
  readonly policy: Ref<WafPolicy> | undefined;
  /**
   * The oldest TLS version that is spoken: `TLSv1_0` … `TLSv1_3`, from the custom or the predefined policy. Without a policy the API version
   * decides, which azurerm does not document.
   */
  readonly minTlsVersion: string | undefined;
  /** Of a custom policy. */
  readonly cipherSuites: readonly string[];
  readonly listeners: readonly Listener[];
}

export interface Listener {
  /** `Http` or `Https`. */
  readonly protocol: string;
}
