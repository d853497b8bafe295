import type { AttrMap } from '../../../node.ts';

/** An Ingress. Source: Kubernetes API reference v1.37, IngressSpec; read 2026-11-22. */
export interface Ingress {
  readonly namespace: string;
  readonly annotations: AttrMap<string>;
  readonly className: string | undefined;
  /** One element for each entry of `tls`: the Secret that holds the certificate. */
  readonly tls: readonly IngressTls[];
  /** Hosts of the rules; undefined for a rule of every host. */
  readonly hosts: readonly IngressHost[];
}

export interface IngressTls {
  readonly secret: string | undefined;
}

export interface IngressHost {
  readonly host: string | undefined;
}
