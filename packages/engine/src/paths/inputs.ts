/**
 * What the reasoning about attack paths takes: plain facts about identities, workloads, stores and networks, and an oracle for permissions.
 * Nothing here knows whether they came from code, a plan or a live account; an adapter makes them, tests write them by hand.
 */

import type { EdgeKind } from './edges.ts';

/** A line that shows a fact. `file` is null for live answers, whose place is the node itself. */
export interface PathEvidence {
  readonly file: string | null;
  readonly line: number | null;
}

/** What somebody could change so that a fact no longer holds. The same `id` is the same change. */
export interface PathSetting {
  readonly id: string;
  readonly kind: 'grant' | 'trust' | 'exposure' | 'credential' | 'attachment' | 'data-access' | 'configuration';
  /** One imperative sentence. */
  readonly summary: string;
  readonly evidence: readonly PathEvidence[];
}

/** A tag that an attacker may be able to write. */
export interface TagWanted {
  /** Id of the object or principal whose tag it is. */
  readonly object: string;
  readonly key: string;
  readonly value: string;
}

/** What must hold besides, and nobody knows whether it does. */
export interface PathCondition {
  readonly text: string;
  /** `settable`: the attacker says so himself; `attainable`: with some work; `unknown`: depends on what is not known. */
  readonly likelihood: 'settable' | 'attainable' | 'unknown';
  /** Tags that make it true; all are needed. It holds only through them when the list is not empty. */
  readonly tags: readonly TagWanted[];
}

export interface PathGrant {
  /** `all` objects of the question, or the ids of some. */
  readonly on: 'all' | readonly string[];
  readonly condition: PathCondition | null;
  /** Null: nothing that somebody could change by itself. */
  readonly setting: PathSetting | null;
  readonly evidence: readonly PathEvidence[];
}

/** Something an action can be asked about. */
export interface AskedObject {
  readonly id: string;
  /** Kind of object: `aws.iam.role`, `aws.lambda.function`. */
  readonly kind: string;
  readonly account: string;
  /** True: one that does not exist yet, under whatever name is allowed. */
  readonly isNew: boolean;
}

export interface AccessQuestion {
  readonly principal: string;
  readonly action: string;
  /** The same list for the same kind of question: it may be the key of a cache. */
  readonly objects: readonly AskedObject[];
  /** Service a role is passed to (`iam:PassedToService`). */
  readonly passedTo: string | null;
  /** What is made or changed has no boundary (`iam:PermissionsBoundary` is not there); default: may be either. */
  readonly isUnbounded?: boolean;
}

/** Decides after denies, boundaries, organization policies, resource and trust policies. Objects in no grant are not allowed. */
export type AccessOracle = (question: AccessQuestion) => readonly PathGrant[];

export interface PathPrincipal {
  readonly id: string;
  /** For output (contracts.md §4). */
  readonly node: string;
  readonly account: string;
  readonly kind: 'user' | 'role' | 'group' | 'permission-set' | 'service-account' | 'managed-identity' | 'federated';
  readonly evidence: readonly PathEvidence[];
  /** May do everything in its account; the condition when that is not certain. */
  readonly isAdmin: boolean | PathCondition;
  /** What changes that. */
  readonly adminSetting: PathSetting | null;
  /** What it may do if somebody gives it every permission: everything, or only what a boundary or the organization leaves. */
  readonly ceiling: 'admin' | 'limited' | 'unknown';
  /** Id of the principal that stands for this one without its boundary; null when there is no boundary. */
  readonly unbounded: string | null;
  /** Principals of one class may do the same on everything; the oracle is asked once. Null: asked by itself. */
  readonly accessClass: string | null;
  /** Groups of a user. */
  readonly groups: readonly string[];
  /** Services and, for federation, providers that may become it. */
  readonly trustedServices: readonly string[];
  /** Only services of AWS may become it: nobody begins there, unless his code runs as it. */
  readonly isOnlyForServices: boolean;
  /** What would have to change for the services. */
  readonly trustSetting: PathSetting | null;
  /** An instance profile holds it; undefined: not known. */
  readonly inInstanceProfile: boolean | undefined;
  readonly user: PathUser | null;
  /** Days since it was last used; undefined: not known. */
  readonly idleDays: number | undefined;
  readonly environment: string | null;
}

/** What only users have. Undefined: not known. */
export interface PathUser {
  readonly accessKeys: number | undefined;
  readonly hasPassword: boolean | undefined;
  readonly hasMfa: boolean | undefined;
  /** Left the organization, by a list of people. */
  readonly hasLeft: boolean;
}

/** Something that somebody who reaches a workload can use. `exploited`: it is known to be used. */
export interface KnownVulnerability {
  readonly id: string;
  readonly likelihood: 'exploited' | 'likely' | 'possible';
}

/** A flag of an object: true, false, or undefined when nobody knows. */
export type Flags = Readonly<Record<string, boolean | undefined>>;

/** What runs code or configuration under an identity; also stacks, pipelines, templates. */
export interface PathWorkload {
  readonly id: string;
  readonly node: string;
  readonly account: string;
  /** `aws.ec2.instance`, `aws.lambda.function` … */
  readonly kind: string;
  /** Principals whose credentials its code gets. */
  readonly identities: readonly string[];
  readonly identitySetting: PathSetting | null;
  readonly evidence: readonly PathEvidence[];
  /** Words of the catalogue's preconditions: `is-running`, `is-ssm-managed`, `gets-invoked` … */
  readonly flags: Flags;
  /** Credentials can be had by a request that the workload is made to send (IMDSv1). */
  readonly hasOpenMetadata: boolean | undefined;
  readonly metadataSetting: PathSetting | null;
  /** Exploitable vulnerabilities that somebody who reaches it can use. */
  readonly vulnerabilities: readonly KnownVulnerability[];
  readonly allowsPasswordLogin: boolean | undefined;
  readonly isCallableByAnyone: boolean;
  readonly callSetting: PathSetting | null;
  /** Workloads whose code runs where this one's escapes to: the node of a pod. */
  readonly escapesTo: readonly string[];
  readonly escapeSetting: PathSetting | null;
  /** Stores its code comes from. */
  readonly codeFrom: readonly string[];
  /** Stores (queues, topics) that start it. */
  readonly triggeredBy: readonly string[];
  readonly environment: string | null;
}

/** An object that permissions are about and that is neither principal, workload nor store: clusters, permission sets, identity pools. */
export interface PathObject {
  readonly id: string;
  readonly node: string;
  readonly account: string;
  readonly kind: string;
  readonly flags: Flags;
  /** Principals that hold it (a policy, a permission set). */
  readonly heldBy: readonly string[];
}

export interface PathStore {
  readonly id: string;
  readonly node: string;
  readonly account: string;
  readonly kind: string;
  /** `personal`, `health`, `payment`, `confidential`, `secret`, `state`, `backup`, `log`, `code`, `public`; null: nothing says. */
  readonly dataClass: string | null;
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly delete: readonly string[];
  /** Id of the customer's key; null: none that needs a permission. */
  readonly key: string | null;
  /** Everybody may read, write; the condition when that is not certain. */
  readonly publicRead: boolean | PathCondition;
  readonly publicWrite: boolean | PathCondition;
  readonly publicSetting: PathSetting | null;
  /** Nobody has chosen its password: it is neither weak nor known. */
  readonly hasManagedPassword?: boolean;
  /** Shared by a setting of its own: snapshots and images. */
  readonly isShared: boolean;
  readonly evidence: readonly PathEvidence[];
  readonly environment: string | null;
  /** Notes beside the path: not encrypted, not logged. */
  readonly notes: readonly string[];
}

/** Where traffic gets to, from the analysis of networks. */
export interface PathExposure {
  /** `internet`, the id of a workload, or the node of a front (load balancer, distribution) that passes requests on. */
  readonly from: string;
  /** Id of a workload or store, or the node of a front. */
  readonly to: string;
  readonly ports: readonly { readonly protocol: string; readonly from: number; readonly to: number }[];
  readonly because: readonly string[];
  readonly condition: PathCondition | null;
  readonly setting: PathSetting | null;
  readonly evidence: readonly PathEvidence[];
}

/** Within the own networks: things that nothing tells apart, and between which of them something passes. */
export interface PathNeighbors {
  /** `name` as it is shown; ids of workloads and stores. */
  readonly classes: readonly { readonly name: string; readonly members: readonly string[] }[];
  /** Indexes of classes. */
  readonly passages: readonly {
    readonly from: number;
    readonly to: number;
    readonly isSure: boolean;
    readonly ports: readonly { readonly protocol: string; readonly from: number; readonly to: number }[];
  }[];
}

/** A credential that stands where others can read it. */
export interface PathLeak {
  /** Id of the store or workload that holds it; `code` for the repository. */
  readonly in: string;
  readonly principal: string;
  /** `user-data`, `environment`, `state` … */
  readonly where: string;
  readonly setting: PathSetting;
  readonly evidence: readonly PathEvidence[];
}

/** A key or connection string of a store that stands where what runs there reads it: no role is needed to use it. */
export interface PathStoreKey {
  /** Id of the workload that holds it. */
  readonly in: string;
  /** Id of the store it opens. */
  readonly store: string;
  readonly where: string;
  readonly condition: PathCondition | null;
  readonly setting: PathSetting;
  readonly evidence: readonly PathEvidence[];
}

/** Somebody from outside who may become a principal: another account, a repository's builds, the builds of anybody, everybody. */
export interface PathTrust {
  readonly from: {
    readonly kind: 'account' | 'oidc' | 'any-build' | 'saml' | 'anyone' | 'identity-pool' | 'service-account';
    readonly node: string;
  };
  /** Id of a workload when it is one that trusts (a pod's service account): then having that workload suffices. */
  readonly through: string | null;
  readonly to: string;
  readonly condition: PathCondition | null;
  /** The other account belongs to the same organization or is named as known. */
  readonly isKnown: boolean;
  /** What runs in `through` is meant to be `to`: no step beyond its rights. */
  readonly isOwn?: boolean;
  readonly setting: PathSetting | null;
  readonly evidence: readonly PathEvidence[];
}

/** A way to gain something that is already filled in for one object: those of Kubernetes, Google Cloud and Azure. */
export interface PathWay {
  /** Of the catalogue. */
  readonly id: string;
  /** English. */
  readonly title: string;
  readonly edge: EdgeKind;
  /** Permissions, all needed; different principals of the attacker may have them. `object` is one of the objects, workloads or stores of `kind`. */
  readonly needs: readonly { readonly action: string; readonly kind: string; readonly object: string }[];
  /** What the attacker must have already: a principal, code in a workload, an account, the content of a store. Null: only the permissions. */
  readonly from: { readonly fact: 'has' | 'run' | 'admin' | 'read'; readonly id: string } | null;
  readonly to: { readonly fact: 'has' | 'run' | 'admin' | 'read'; readonly id: string };
  readonly condition: PathCondition | null;
  readonly setting: PathSetting | null;
  readonly evidence: readonly PathEvidence[];
}

/** Data of a store that is copied to another account, or to a place under other laws. */
export interface PathCopy {
  /** Id of the store. */
  readonly from: string;
  /** Unique for each pair; `node` as it is shown. */
  readonly to: { readonly id: string; readonly node: string };
  readonly how: 'replication' | 'backup-copy' | 'snapshot-copy' | 'share';
  /** What it crosses: the other account, or the two places. */
  readonly crosses:
    | { readonly kind: 'account'; readonly account: string }
    | { readonly kind: 'place'; readonly from: string; readonly to: string };
  readonly condition: PathCondition | null;
  readonly setting: PathSetting;
  readonly evidence: readonly PathEvidence[];
}

/** A record of the domain system that points at a name which nobody holds. */
export interface PathDangling {
  /** Id and node of the record. */
  readonly id: string;
  readonly node: string;
  readonly host: string;
  readonly target: string;
  readonly condition: PathCondition;
  readonly setting: PathSetting;
  readonly evidence: readonly PathEvidence[];
}

/** Somebody whom the policy of a key lets decrypt, and who gets to nothing that it encrypts. */
export interface PathKeyReader {
  /** Id of the key. */
  readonly key: string;
  /** Null: from outside. */
  readonly principal: string | null;
  /** Node of the principal, the other account, `internet` for everybody. */
  readonly node: string;
  /** Nodes of what the key encrypts, and the gravest class of it. */
  readonly protects: readonly string[];
  readonly dataClass: string;
  readonly condition: PathCondition | null;
  readonly setting: PathSetting;
  readonly evidence: readonly PathEvidence[];
}

/** Another account that the policy of data lets in. */
export interface PathOutsideUse {
  /** Id of the store. */
  readonly store: string;
  readonly use: 'read' | 'write' | 'delete';
  readonly account: string;
  /** Everybody in the account to whom it gives that; else one principal of it. */
  readonly isWhole: boolean;
  readonly conditions: readonly PathCondition[];
  readonly setting: PathSetting;
  readonly evidence: readonly PathEvidence[];
}

export interface PathInputs {
  readonly principals: readonly PathPrincipal[];
  readonly workloads: readonly PathWorkload[];
  readonly objects: readonly PathObject[];
  readonly stores: readonly PathStore[];
  readonly exposures: readonly PathExposure[];
  /** Asked for only when somebody from outside may come to run something in a network. */
  readonly neighbors: () => PathNeighbors;
  readonly leaks: readonly PathLeak[];
  readonly trusts: readonly PathTrust[];
  /** Ways beside the catalogue of AWS; default none. */
  readonly ways?: readonly PathWay[];
  /** Default none. */
  readonly copies?: readonly PathCopy[];
  readonly dangling?: readonly PathDangling[];
  readonly storeKeys?: readonly PathStoreKey[];
  readonly keyReaders?: readonly PathKeyReader[];
  readonly outsideUses?: readonly PathOutsideUse[];
  readonly access: AccessOracle;
  /** Kinds of objects of which there may be more than those listed. Such a kind "may exist". */
  readonly mayHaveMore: (kind: string) => boolean;
}

/** No facts at all: the start of hand-made inputs. */
export const NO_INPUTS: PathInputs = {
  ...{ principals: [], workloads: [], objects: [], stores: [], exposures: [], leaks: [], trusts: [] },
  ...{ access: () => [], mayHaveMore: () => false, neighbors: () => ({ classes: [], passages: [] }) },
};

/** A principal of which nothing is known but its name: no administrator, no boundary, trusted by nobody. */
export function plainPrincipal(parts: Pick<PathPrincipal, 'id' | 'node' | 'account' | 'kind' | 'evidence'>): PathPrincipal {
  return {
    ...{
      isAdmin: false,
      adminSetting: null,
      ceiling: 'admin',
      unbounded: null,
      accessClass: null,
      groups: [],
      trustedServices: [],
      isOnlyForServices: false,
      trustSetting: null,
    },
    ...{ inInstanceProfile: undefined, user: null, idleDays: undefined, environment: null, ...parts },
  };
}
