/** Data that goes elsewhere by itself, names of the domain system, and host names that somebody holds. */
import type { EntityBase } from './entity.ts';
import type { Known, Texts } from './undecided.ts';

/** A copy that a setting makes again and again, or that was made once. */
export interface DataCopy extends EntityBase {
  readonly kind: 'data-copy';
  readonly how: 'replication' | 'backup-copy' | 'snapshot-copy';
  /** ARN or name of the store that is copied, and the beginning of its kind. */
  readonly from: Known<string | undefined>;
  readonly fromKind: string;
  /** Undefined: as the store itself says. */
  readonly fromRegion: Known<string | undefined>;
  /** ARN or name of what it is copied to; undefined: only the region is said. */
  readonly to: Known<string | undefined>;
  /** Undefined: as `to` says. */
  readonly toAccount: Known<string | undefined>;
  readonly toRegion: Known<string | undefined>;
}

/** A record of the domain system. */
export interface DnsEntry extends EntityBase {
  readonly kind: 'dns-entry';
  readonly host: Known<string | undefined>;
  /** `A`, `CNAME` … */
  readonly recordType: Known<string | undefined>;
  /** Host names and addresses as written. */
  readonly targets: Texts;
  /** Read from an account, not from code. */
  readonly isLive: boolean;
}

/** A part of a host name of a service that this resource holds as long as it exists: the name of a bucket, the prefix of an environment. */
export interface HeldName extends EntityBase {
  readonly kind: 'held-name';
  /** `aws.s3`, `aws.elasticbeanstalk`, `azure.web` … */
  readonly service: string;
  /** Undefined: the service chooses one. */
  readonly label: Known<string | undefined>;
}

export type MovementEntity = DataCopy | DnsEntry | HeldName;
