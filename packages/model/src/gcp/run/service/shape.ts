import type { AttrMap } from '../../../node.ts';
import type { IamBinding } from '../../iam/index.ts';

/** A Cloud Run service or job. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface RunService {
  /** Jobs take no requests. */
  readonly isJob: boolean;
  /** `INGRESS_TRAFFIC_ALL` and others; `all` as annotation of the first version. Default all. */
  readonly ingress: string;
  /** No service account is written. */
  readonly usesDefaultAccount: boolean;
  /** Environment variables that hold credentials, and of what kind. */
  readonly credentials: AttrMap<string>;
  readonly hasBinaryAuthorization: boolean;
  readonly hasCustomerKey: boolean;
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
