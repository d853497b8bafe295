/**
 * What runs, and as whom; what stores, and what kind of data; what turns code into running code. The same for every cloud. One thing may be
 * written in several blocks: `joined.ts` puts them together.
 */
import type { EntityBase } from './entity.ts';
import type { Known, Texts } from './undecided.ts';

/** What is known of code that runs, whichever block says it. */
export interface WorkloadSays {
  /** Identities whose credentials its code gets: ARNs or names of roles, instance profiles, service accounts, managed identities. */
  readonly identities: Texts;
  /** Identities that its platform uses for it (ECS execution role, Batch service role): passed to it, but its code does not get them. */
  readonly servedBy: Texts;
  /** Its metadata service answers requests without a session (IMDSv1). Undefined: nothing is said here, or there is no such service. */
  readonly hasOpenMetadata: Known<boolean | undefined>;
  /** Its metadata service also answers containers that run on it: the hop limit is above 1. */
  readonly hasMetadataForContainers: Known<boolean | undefined>;
  readonly credentials: readonly LeakedCredential[];
  /** Remote login by password is possible; undefined where nobody can tell. */
  readonly allowsPasswordLogin: Known<boolean | undefined>;
  /** Privileged, host namespaces, mounted container socket: leaving the container is easy. Words of {@link ESCAPES}. */
  readonly escapes: readonly string[];
  /**
   * Where its code comes from: ARNs of bucket objects (`arn:aws:s3:::releases/api.zip`) and registry repositories, other images as written,
   * repositories, stores it mounts. Whoever writes there runs as it.
   */
  readonly codeFrom: Texts;
  /** What starts it: queues, topics, buckets, streams, APIs, as ARNs or names. */
  readonly triggers: Texts;
  /** What it hangs on (a task on its cluster, a pod on its node), by name. */
  readonly runsOn: Texts;
  /** Stores whose content it is given or mounts: secrets, parameters, file systems, volumes, as ARNs or names. */
  readonly holds: Texts;
  /** Templates its settings come from (launch template, task definition), as ARNs or names. */
  readonly madeFrom: Texts;
  /** Of Kubernetes: the token of its service account is mounted. Undefined: nothing is said here (then it is), or there is no such token. */
  readonly mountsToken: Known<boolean | undefined>;
  /** Anybody may call it without signing in (function URL, public API without authorizer). */
  readonly isCallableByAnyone: Known<boolean>;
}

/** Code that runs: an instance, a function, a container task, a build project, a notebook, a pod. */
export interface Workload extends EntityBase, WorkloadSays {
  readonly kind: 'workload';
  /** `aws.ec2.instance`, `aws.lambda.function`, `aws.ecs.task`, `azure.compute.vm`, `gcp.compute.instance`, `kubernetes.pod` … */
  readonly workloadKind: string;
  /** Nothing runs until something is made from it: a launch template, a task definition that no service names. */
  readonly isTemplate: boolean;
  /** What it is called, when that is written. */
  readonly name: string | undefined;
}

/** What another block says of a workload: a trigger, a function URL, a role association. */
export interface WorkloadSetting extends EntityBase {
  readonly kind: 'workload-setting';
  /** ARN or name of the workload. */
  readonly workload: Known<string | undefined>;
  /** Beginning of the workload's kind: names are unique within a kind. */
  readonly ofKind: string;
  /** It holds for all workloads of the account and region that say nothing themselves (defaults of the metadata service). */
  readonly isForAll: boolean;
  readonly says: Partial<WorkloadSays>;
}

/** The words of {@link WorkloadSays.escapes}. */
export const ESCAPES = [
  'privileged',
  'host-pid',
  'host-network',
  'host-ipc',
  'host-path',
  'container-socket',
  'capability',
  'unconfined',
  'device',
] as const;

/** A credential of a principal that stands where others can read it. Never holds the secret. */
export interface LeakedCredential {
  /**
   * Whose it is: the name that the credential's entity has (`~aws_iam_access_key.ci` in code, the id of an access key). Undefined: not known
   * whose.
   */
  readonly of: string | undefined;
  /** Kind of credential, as `describeCredential` knows them: `aws-secret-key`, `private-key`, `password` … */
  readonly credential: string;
  /** `user-data`, `environment`, `parameter`, `object`, `secret`, `item`, `variable`, `template`. */
  readonly where: string;
  readonly place: EntityBase['place'];
}

/** What is known of a store, whichever block says it. */
export interface StoreSays {
  /** Key of the customer that encrypts it, as written; undefined: none. */
  readonly key: Known<string | undefined>;
  /** Public policies have no effect (RestrictPublicBuckets, public access prevention). Undefined: nothing is said here, or there is no such thing. */
  readonly blocksPublic: Known<boolean | undefined>;
  /** Public ACLs have no effect (IgnorePublicAcls, or ACLs are off). */
  readonly blocksPublicAcls: Known<boolean | undefined>;
  /** Where its content goes: replicas, exports, log targets. */
  readonly copiesTo: Texts;
  /** Credentials in its content that are written in code. */
  readonly credentials: readonly LeakedCredential[];
  /** Switched on, off, or not told. */
  readonly isLogged: Known<boolean | undefined>;
  readonly isEncrypted: Known<boolean | undefined>;
  /** The cloud makes up the administrator's password, keeps it in a secret and changes it. */
  readonly hasManagedPassword: Known<boolean | undefined>;
  /** Accounts it is shared with by a setting of its own other than a policy (snapshots, images, ACLs): `*` everybody may read it, `*:write` everybody may write to it. */
  readonly sharedWith: Texts;
  /** What it was made from: the volume or database of a snapshot, the snapshot of an image. Its data is that one's. */
  readonly copyOf: Texts;
}

/** Something that holds data or secrets. */
export interface DataStore extends EntityBase, StoreSays {
  readonly kind: 'data-store';
  /** `aws.s3.bucket`, `aws.rds.instance`, `aws.secretsmanager.secret`, `azure.storage.account`, `gcp.storage.bucket` … */
  readonly storeKind: string;
  /** What it is called, when that is written. */
  readonly name: string | undefined;
  /** What its tags, labels, name or kind say: one of {@link DataClass} or a class of the user's; undefined: nothing says so. */
  readonly dataClass: string | undefined;
  /** Where that was read: `tag DataClassification=pii`, `name payroll`, `kind`, `rule NAME`. */
  readonly classFrom: string | undefined;
  /** Actions by which its content is read, written, deleted, copied. */
  readonly access: StoreActions;
}

/** What another block says of a store: a public access block, a replication, an object, a version of a secret. */
export interface StoreSetting extends EntityBase {
  readonly kind: 'store-setting';
  /** ARN or name of the store. */
  readonly store: Known<string | undefined>;
  /** Kind of the store, or the beginning of it: names are unique within a kind. */
  readonly ofKind: string;
  /** It holds for all stores of the kind in the account (account-wide public access block). */
  readonly isForAll: boolean;
  readonly says: Partial<StoreSays>;
}

/**
 * `personal`: of people · `health`, `payment`: of people, under laws of their own · `confidential`: tagged so · `secret`: credentials ·
 * `state`: Terraform states and the like, full of secrets · `backup`, `log`: copies, evidence · `code`: what is run · `public`: meant for all.
 */
export type DataClass = 'personal' | 'health' | 'payment' | 'confidential' | 'secret' | 'state' | 'backup' | 'log' | 'code' | 'public';

/** Actions of the cloud's own naming; one action of a list suffices. */
export interface StoreActions {
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly delete: readonly string[];
  /** Snapshot, share, export, restore: what takes the content elsewhere. */
  readonly copy: readonly string[];
  /** Template of the resource the read, write and delete actions are asked about; `{arn}` is the store's: `{arn}/*` for objects of a bucket. */
  readonly on: string;
}

/** What turns code of a repository into deployed code: a pipeline, a build, a continuous-integration identity. */
export interface Delivery extends EntityBase {
  readonly kind: 'delivery';
  readonly deliveryKind: string;
  readonly identities: Texts;
  /** Repositories, buckets, registries it takes code from. */
  readonly sources: Texts;
  /** What it deploys to, by name. */
  readonly targets: Texts;
}

/** Whoever runs as or holds `from` gets credentials of `to`: a Kubernetes service account and its cloud role, an identity pool and its roles, a key and its account. */
export interface IdentityBinding extends EntityBase {
  readonly kind: 'identity-binding';
  readonly how:
    | 'irsa'
    | 'pod-identity'
    | 'workload-identity'
    | 'azure-workload-identity'
    | 'identity-pool'
    | 'role-alias'
    | 'key'
    | 'token';
  /** `system:serviceaccount:NAMESPACE:NAME`, the id of an identity pool, of a store that holds a token …; `*`: anybody, without signing in. */
  readonly from: Known<string | undefined>;
  /** ARN of a role, email of a service account, client or resource id of a managed identity. */
  readonly to: Texts;
  /** Cluster it holds in; undefined: not told. */
  readonly cluster: Known<string | undefined>;
}

/** An identity of Azure or Google Cloud that workloads run as: managed identity, service account. */
export interface CloudIdentity extends EntityBase {
  readonly kind: 'cloud-identity';
  /** `azure.managed-identity`, `azure.application`, `gcp.service-account`, `kubernetes.service-account`. */
  readonly identityKind: string;
  /** Of a Kubernetes service account: pods mount its token unless they say otherwise. */
  readonly mountsToken?: Known<boolean | undefined>;
}

export type WorkloadEntity = Workload | WorkloadSetting | DataStore | StoreSetting | Delivery | IdentityBinding | CloudIdentity;
