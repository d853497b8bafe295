import type { AttrMap } from '../../../node.ts';

/** A Secret as code holds it. Source: Kubernetes documentation, "Secrets"; read 2026-11-22. */
export interface Secret {
  readonly namespace: string;
  /** `Opaque` (default), `kubernetes.io/tls`, … */
  readonly type: string;
  /** Entries whose content stands in the code, Base64 or not → what it is. Placeholders and references to stores do not count. */
  readonly contents: AttrMap<string>;
}
