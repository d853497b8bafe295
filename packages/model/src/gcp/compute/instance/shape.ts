import type { AttrMap } from '../../../node.ts';
import type { TextCredential } from '../../../secrets/index.ts';

/** A virtual machine, or a template that machines are made from. Source: Compute Engine documentation and hashicorp/google, read 2026-11-22. */
export interface Instance {
  readonly isTemplate: boolean;
  /** Its name in Google Cloud; undefined for templates that make it. */
  readonly hostName: string | undefined;
  /** With the provider's default labels. */
  readonly labels: AttrMap<string>;
  readonly networkInterfaces: readonly NetworkInterface[];
  /** At most one. None: the machine has no credentials at all. */
  readonly serviceAccounts: readonly AttachedServiceAccount[];
  readonly metadata: AttrMap<string>;
  /** The metadata of the project, in the same code, switch OS Login on for all machines. */
  readonly hasProjectOsLogin: boolean;
  /** Default false. */
  readonly canIpForward: boolean;
  /** A `shielded_instance_config` is written. Without one an image that cannot be shielded starts all the same. */
  readonly hasShieldedConfig: boolean;
  /** Default false. */
  readonly secureBoot: boolean;
  /** Default true once the configuration is written. */
  readonly vtpm: boolean;
  /** Default true once the configuration is written. */
  readonly integrityMonitoring: boolean;
  readonly isConfidential: boolean;
  /** Default false. */
  readonly deletionProtection: boolean;
  /** A Spot or preemptible machine, which Google may stop at any time. */
  readonly isPreemptible: boolean;
  /** After a fault of the host. Default true. */
  readonly restartsAutomatically: boolean;
  /** `MIGRATE` or `TERMINATE`. Default `MIGRATE`. */
  readonly onHostMaintenance: string;
  readonly disks: readonly InstanceDisk[];
  /** In the startup script, wherever it is written. */
  readonly scriptCredential: TextCredential | undefined;
}

export interface NetworkInterface {
  /** An IPv4 or IPv6 `access_config`, even an empty one, gives an external address. */
  readonly hasExternalAddress: boolean;
}

export interface AttachedServiceAccount {
  /** Undefined: the project's default account. */
  readonly email: string | undefined;
  /** `cloud-platform`, `https://www.googleapis.com/auth/cloud-platform`, `storage-ro` … */
  readonly scopes: readonly string[];
}

export interface InstanceDisk {
  /** Encrypted with a Cloud KMS key or a key that the customer supplies. */
  readonly hasCustomerKey: boolean;
  /** A key in plain text in the code. */
  readonly hasPlainTextKey: boolean;
  /** A disk of its own resource, with its own key. */
  readonly isAttached: boolean;
}
