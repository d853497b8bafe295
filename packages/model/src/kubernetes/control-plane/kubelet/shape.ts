/**
 * A kubelet, from its KubeletConfiguration or from the flags it is started with. What stands in a file that the flags name is not
 * known. Source: Kubernetes reference, KubeletConfiguration v1beta1 and kubelet; read 2026-11-22.
 */
export interface Kubelet {
  /** Default false in a configuration file, true as a flag. */
  readonly allowsAnonymous: boolean;
  /** `Webhook` or `AlwaysAllow`; the default of a configuration file is Webhook, of the flag AlwaysAllow. */
  readonly authorizationMode: string;
  readonly clientCaFile: string | undefined;
  /** 0 means closed; default 0 in a configuration file, 10255 as a flag. */
  readonly readOnlyPort: number;
  /** Go duration; `0` means never. Default 4h. */
  readonly streamingIdleTimeout: string;
  readonly protectsKernelDefaults: boolean;
  readonly makesIptablesChains: boolean;
  readonly hostnameOverride: string | undefined;
  /** 0 means no limit. Default 50. */
  readonly eventsPerSecond: number;
  readonly tlsCertFile: string | undefined;
  readonly tlsKeyFile: string | undefined;
  readonly rotatesCertificates: boolean;
  readonly rotatesServerCertificate: boolean;
  readonly cipherSuites: readonly string[];
}
