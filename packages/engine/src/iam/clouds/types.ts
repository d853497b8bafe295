/** Who can do what in Kubernetes, Google Cloud and Azure: the same questions as to the world of AWS, answered by the evaluator of each. */
import type { Range } from '@kumomori/model';
import type { GrantCondition, GrantReason } from '../shared/index.ts';

export type CloudName = 'kubernetes' | 'gcp' | 'azure';

export interface CloudPrincipal {
  /** `system:serviceaccount:NS:NAME`, `serviceAccount:EMAIL`, an object id. */
  readonly id: string;
  readonly cloud: CloudName;
  readonly kind: 'user' | 'group' | 'service-account' | 'managed-identity' | 'application' | 'federated';
  /** Cluster, project, subscription or tenant. */
  readonly account: string;
  /** Of contracts.md §4; the id for whoever is only named by others. */
  readonly node: string;
  readonly names: readonly string[];
  readonly place: Range | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** A step of the explanation with what gives it. */
export interface CloudReason extends GrantReason {
  /** What would have to be changed; the same text for the same thing. */
  readonly id: string;
  /** Block that gives it. */
  readonly node: string | null;
  readonly place: Range | null;
}

export interface CloudAnswer {
  readonly decision: 'allow' | 'implicit-deny' | 'explicit-deny';
  /** Null: always. */
  readonly condition: GrantCondition | null;
  readonly because: readonly CloudReason[];
}

export interface CloudGrantee extends CloudAnswer {
  readonly principal: string;
  readonly kind: CloudPrincipal['kind'] | 'anyone';
  readonly node: string | null;
  readonly place: Range | null;
}

/** A role somebody holds somewhere. */
export interface HeldRole {
  readonly role: string;
  readonly on: string;
  /** The group it is held through. */
  readonly through: string | null;
  readonly condition: GrantCondition | null;
  /** Nobody told us what it permits. */
  readonly isUnknown: boolean;
  readonly place: Range | null;
}

export interface CloudWorld {
  readonly cloud: CloudName;
  readonly principals: readonly CloudPrincipal[];
  /** The action is written as this cloud writes its actions. */
  readonly knows: (action: string) => boolean;
  /** By id, name, address in code. */
  readonly find: (text: string) => readonly CloudPrincipal[];
  /** Resources by id, name or address in code; what is not known is asked about as it is written. */
  readonly decide: (principal: CloudPrincipal, action: string, resource: string) => CloudAnswer;
  /** The same for somebody who chooses what is his to choose: of a right to give roles, which one. Default: as `decide`. */
  readonly decideForAttack?: (principal: CloudPrincipal, action: string, resource: string) => CloudAnswer;
  /** Everybody who can, who can always first; also everybody without signing in. */
  readonly whoCan: (action: string, resource: string) => readonly CloudGrantee[];
  readonly rolesOf: (principal: CloudPrincipal) => readonly HeldRole[];
  /** Actions that raise rights or give data, and what each is asked about. */
  readonly telling: (principal: CloudPrincipal) => readonly { readonly action: string; readonly resource: string }[];
  /** It may do everything in its account. */
  readonly isAdmin: (principal: CloudPrincipal) => CloudAnswer;
}
