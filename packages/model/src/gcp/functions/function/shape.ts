import type { AttrMap } from '../../../node.ts';
import type { IamBinding } from '../../iam/index.ts';

/** A Cloud Function of either generation. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface CloudFunction {
  /** Called by HTTP; of the second generation: no event trigger. */
  readonly isHttp: boolean;
  /** `ALLOW_ALL`, `ALLOW_INTERNAL_ONLY`, `ALLOW_INTERNAL_AND_GCLB`. Default `ALLOW_ALL`. */
  readonly ingress: string;
  readonly hasVpcConnector: boolean;
  /** Plain HTTP is redirected. Default false in the first generation; the second only speaks HTTPS. */
  readonly httpsOnly: boolean;
  /** Undefined: a default account. */
  readonly serviceAccount: string | undefined;
  /** Environment variables that hold credentials, and of what kind. */
  readonly credentials: AttrMap<string>;
  readonly hasCustomerKey: boolean;
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
