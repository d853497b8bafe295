/** What runs, and as whom; what stores, and what kind of data. The same for every cloud. */
import type { EntityBase } from './entity.ts';
import type { Known, Texts } from './undecided.ts';

/** Code that runs: an instance, a function, a container task, a build project, a notebook, a pod. */
export interface Workload extends EntityBase {
  readonly kind: 'workload';
  /** `aws.ec2.instance`, `aws.lambda.function`, `aws.ecs.task`, `azure.compute.vm`, `gcp.compute.instance`, `kubernetes.pod` … */
  readonly workloadKind: string;
  /** Identities whose credentials its code gets: ARNs or names of roles, instance profiles, service accounts, managed identities. */
  readonly identities: Texts;
  /** Its metadata service answers requests without a session (IMDSv1), or across one more hop. False where there is none. */
  readonly hasOpenMetadata: Known<boolean>;
  /** Names of its network interfaces' subnets and groups, for the network analysis: what the area `network` reads of the same block has the same id. */
  readonly credentials: readonly LeakedCredential[];
  /** Remote login by password is possible; undefined where nobody can tell. */
  readonly allowsPasswordLogin: Known<boolean | undefined>;
  /** Privileged, host namespaces, mounted container socket: leaving the container is easy. */
  readonly escapes: readonly string[];
  /** Where its code comes from: bucket objects, images, repositories, as ARNs or names. Whoever writes there runs as it. */
  readonly codeFrom: Texts;
  /** What starts it: queues, topics, buckets, streams, APIs, as ARNs or names. */
  readonly triggers: Texts;
  /** What it hangs on (a task on its cluster, a pod on its node), by name. */
  readonly runsOn: Texts;
  /** Anybody may call it without signing in (function URL, public API without authorizer). */
  readonly isCallableByAnyone: Known<boolean>;
}

/** A credential of a principal that stands where others can read it. Never holds the secret. */
export interface LeakedCredential {
  /** Names of whose it is: `aws_iam_access_key.ci` as written in code; the id of an access key. Undefined: not known whose. */
  readonly of: string | undefined;
  /** `user-data`, `environment`, `parameter`, `object`, `output`, `variable`. */
  readonly where: string;
  readonly place: EntityBase['place'];
}

/** Something that holds data or secrets. */
export interface DataStore extends EntityBase {
  readonly kind: 'data-store';
  /** `aws.s3.bucket`, `aws.rds.instance`, `aws.secretsmanager.secret`, `azure.storage.account`, `gcp.storage.bucket` … */
  readonly storeKind: string;
  /** What its tags, labels or name say: `personal`, `payment`, `secret`, `backup`, `log`, `state`; undefined: nothing says so. */
  readonly dataClass: string | undefined;
  /** Where that was read. */
  readonly classFrom: string | undefined;
  /** Key of the customer that encrypts it, as written; undefined: none. */
  readonly key: Known<string | undefined>;
  /** Block Public Access or the like is complete. Undefined where there is no such thing. */
  readonly blocksPublic: Known<boolean | undefined>;
  /** Actions by which its content is read, written, deleted, copied. */
  readonly access: StoreActions;
  /** Where its content goes: replicas, exports, log targets. */
  readonly copiesTo: Texts;
  readonly credentials: readonly LeakedCredential[];
  /** Switched on, off, or not told. */
  readonly isLogged: Known<boolean | undefined>;
  readonly isEncrypted: Known<boolean | undefined>;
}

/** Actions of the cloud's own naming, and which ARN they are asked about: `{arn}/*` for objects of a bucket. */
export interface StoreActions {
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly delete: readonly string[];
  readonly copy: readonly string[];
  /** Template of the resource the read, write and delete actions are asked about; `{arn}` is the store's. */
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

export type WorkloadEntity = Workload | DataStore | Delivery;
