/** Transit gateways: an attachment's table must know a way to the other attachment. Source: Amazon VPC Transit Gateways guide, read 2026-11-22. */
import type { EntityMap } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { AddressSet } from './addresses.ts';
import { addressesOf } from './addresses.ts';
import { covers } from './ranges.ts';
import type { Topology, Vpc } from './topology.ts';

type Attachment = EntityMap['aws.transit-attachment'];

export class Transit {
  readonly #topology: Topology;
  readonly #byGateway: ReadonlyMap<string, readonly Attachment[]>;

  constructor(topology: Topology) {
    this.#topology = topology;
    const attachments = topology.estate.all('aws.transit-attachment');
    this.#byGateway = Map.groupBy(attachments, ({ gateway }) => (typeof gateway === 'string' ? gateway : ''));
  }

  /** Does the gateway carry packets from one VPC to addresses of another? Null: nobody can say. */
  leads(gateway: unknown, of: { readonly from: Vpc | null; readonly to: Vpc | null; readonly addresses: AddressSet }): boolean | null {
    if (typeof gateway !== 'string') return null;
    const attachments = this.#byGateway.get(gateway) ?? [];
    const at = (vpc: Vpc | null): Attachment | undefined => attachments.find((each) => this.#topology.vpc(each.vpc) === vpc);
    const [near, far] = [at(of.from), at(of.to)];
    if (!near || !far) return this.#byGateway.has('') ? null : false;
    return this.#carries(near, far, of.addresses);
  }

  #carries(near: Attachment, far: Attachment, addresses: AddressSet): boolean | null {
    const all = this.#topology.estate.all('aws.transit-route');
    const names = (attachment: Attachment, text: unknown): boolean => typeof text === 'string' && attachment.names.includes(text);
    const table = all.find(({ role, attachment }) => role === 'association' && names(near, attachment))?.table;
    if (isUndecided(table)) return null;
    // Without an association of its own it uses the default table, into which those propagate that say nothing else.
    if (table === undefined) {
      if (near.isDefault === false) return false;
      if (isUndecided(near.isDefault) || isUndecided(far.isDefault)) return null;
      return far.isDefault;
    }
    const routes = all.filter((each) => each.table === table);
    const hits = (destination: unknown): boolean => typeof destination === 'string' && covers(addressesOf(destination) ?? [], addresses);
    if (routes.some(({ role, destination }) => role === 'blackhole' && hits(destination))) return false;
    const leads = routes.some(
      ({ role, attachment, destination }) => names(far, attachment) && (role === 'propagation' || (role === 'static' && hits(destination))),
    );
    const isHidden = routes.some(({ attachment, destination }) => isUndecided(attachment) || isUndecided(destination));
    return leads || (isHidden ? null : false);
  }
}
