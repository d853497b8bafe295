/** Networks: what stands where, which rules and routes lie between. AWS here; other clouds in files of their own. */
import type { EntityBase } from './entity.ts';
import type { Known, Texts } from './undecided.ts';
import type { Range } from '../source.ts';

export interface AwsVpc extends EntityBase {
  readonly kind: 'aws.vpc';
  readonly cidrs: Texts;
}

/** A place in a subnet with addresses and groups: an instance, a load balancer, a database, a function. `id` is that of what it belongs to. */
export interface AwsInterface extends EntityBase {
  readonly kind: 'aws.interface';
  /** Id of the entity it belongs to (its workload, data store, load balancer). */
  readonly owner: string;
  readonly subnets: Texts;
  readonly groups: Texts;
  /** It has a public IPv4 address; `subnet-default`: as its subnet says. */
  readonly publicIpv4: Known<boolean | 'subnet-default'>;
  readonly ipv6: Known<boolean | 'subnet-default'>;
  /** Ports it is known to listen on; empty: any. */
  readonly listens: readonly { readonly protocol: string; readonly from: number; readonly to: number; readonly place: Range | null }[];
}

export type NetworkEntity = AwsVpc | AwsInterface;
