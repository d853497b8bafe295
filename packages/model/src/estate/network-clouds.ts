/** What the networks of Azure and Google Cloud share: services that are reached by a name of their own, and who may call them. */
import type { Range } from '../source.ts';
import type { EntityBase } from './entity.ts';
import type { Known, Texts } from './undecided.ts';
import type { UnknownReason } from '../value.ts';

/** One line of a service's own firewall. */
export interface FrontRule {
  readonly isAllow: Known<boolean>;
  /** CIDRs, single addresses, ranges `FROM-TO`; `*` everybody; tags of services stay as they are written. */
  readonly sources: Texts;
  /** The lowest is looked at first. */
  readonly priority: number;
  readonly place: Range;
  readonly node: string;
  readonly uncertain: boolean;
}

/** A service with a public endpoint or the like: stores, databases, registries, functions, clusters' control planes. */
export interface PublicFront extends EntityBase {
  readonly kind: 'public-front';
  /** `azure.storage.account`, `gcp.run.service` … */
  readonly frontKind: string;
  readonly isPublic: Known<boolean>;
  /** Of those that come by the public endpoint; `otherwise` for whom no rule matches. */
  readonly rules: readonly FrontRule[];
  readonly rulesRest: UnknownReason | null;
  readonly otherwise: Known<'allow' | 'deny'>;
  /** Once there is a rule, those whom none names are refused. */
  readonly rulesClose: boolean;
  readonly ports: readonly { readonly from: number; readonly to: number }[];
  /** Callers must sign in: `none`, `iam`, `iap`; undefined: not told here. */
  readonly login: Known<string | undefined>;
  /** What it leads to: ids, host names, addresses. */
  readonly targets: Texts;
  /** Host names by which it is called. */
  readonly hosts: readonly string[];
  /** Web application firewalls and the like. */
  readonly shields: Texts;
}

/** What another block says of a front. */
export interface FrontSetting extends EntityBase {
  readonly kind: 'front-setting';
  readonly front: Known<string | undefined>;
  readonly rules: readonly FrontRule[];
  readonly rulesRest: UnknownReason | null;
  readonly otherwise: Known<'allow' | 'deny' | undefined>;
  readonly isPublic: Known<boolean | undefined>;
  readonly login: Known<string | undefined>;
  /** It names what guards the front (a perimeter of services). */
  readonly isShield: boolean;
}

/** Everything of a project is inside of it: services of Google Cloud refuse calls from outside. */
export interface ServicePerimeter extends EntityBase {
  readonly kind: 'service-perimeter';
  /** `projects/NUMBER or id`. */
  readonly resources: Texts;
  readonly services: Texts;
}

export type CloudNetworkEntity = PublicFront | FrontSetting | ServicePerimeter;
