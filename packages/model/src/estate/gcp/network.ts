/** Networks, firewall rules and policies, routes, machines. Source: see network-gcp.ts. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import type { GcpInterface, GcpRule } from '../network-gcp.ts';
import { NO_TEXTS, blocksAt, flagAt, numberAt, textsAt } from '../reading.ts';
import type { Known, Texts } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import type { GcpEntity } from './network-words.ts';
import { networkReader, refAt, refsAt, wordAt } from './network-words.ts';

function layersOf(block: BlockReader, paths: string): Pick<GcpRule, 'layers' | 'layersRest'> {
  const written = paths.split(' ').map((path) => blocksAt(block, path));
  return {
    layers: written.flatMap(({ readers }) =>
      readers.map((each) => ({ protocol: wordAt(each, 'protocol ip_protocol') ?? 'all', ports: textsAt(each, 'ports') })),
    ),
    layersRest: written.some(({ rest }) => rest !== null),
  };
}

function isIngress(block: BlockReader): Known<boolean> {
  const direction = wordAt(block, 'direction');
  return isUndecided(direction) ? direction : direction !== 'EGRESS';
}

function isEmpty({ items, rest }: Texts): boolean {
  return items.length === 0 && rest === null;
}

function orAnywhere(ranges: Texts): Texts {
  return isEmpty(ranges) ? { items: ['0.0.0.0/0', '::/0'], rest: null } : ranges;
}

/** A rule of a network. Without any source it admits everybody. Source: "VPC firewall rules", defaults, read 2026-11-22. */
function networkRule(block: BlockReader, { base }: EntityContext): GcpRule {
  const allow = layersOf(block, 'allow');
  const deny = layersOf(block, 'deny');
  const sources = textsAt(block, 'source_ranges');
  const sourceTags = textsAt(block, 'source_tags');
  const sourceAccounts = textsAt(block, 'source_service_accounts');
  const hasNone = isEmpty(sources) && isEmpty(sourceTags) && isEmpty(sourceAccounts);
  const denies = deny.layers.length > 0;
  const isEither = allow.layersRest && deny.layersRest;
  return {
    ...base,
    kind: 'gcp.rule',
    network: refAt(block, 'network'),
    policy: undefined,
    isIngress: isIngress(block),
    action: isEither ? 'unknown' : denies ? 'deny' : 'allow',
    priority: numberAt(block, 'priority') ?? 1000,
    isDisabled: flagAt(block, 'disabled') ?? false,
    ...(denies ? deny : allow),
    sources: hasNone ? { items: ['0.0.0.0/0'], rest: null } : sources,
    sourceTags,
    sourceAccounts,
    destinations: orAnywhere(textsAt(block, 'destination_ranges')),
    hasOtherSources: false,
    targetTags: textsAt(block, 'target_tags'),
    targetAccounts: textsAt(block, 'target_service_accounts'),
    targetNetworks: NO_TEXTS,
  };
}

/** A rule of a policy. `policy`: of answers the id says it: `…/firewallPolicies/1/rules/100`. */
function policyRule(block: BlockReader, { base, isLive }: EntityContext, policy: Known<string | undefined>): GcpRule {
  const others = textsAt(
    block,
    'match.src_region_codes match.src_threat_intelligences match.src_fqdns match.src_address_groups match.src_network_scope match.src_network_type',
  );
  const sources = textsAt(block, 'match.src_ip_ranges');
  const tags = textsAt(block, 'match.src_secure_tags.name match.src_secure_tag.name');
  const live = base.id.split('/rules/')[0];
  return {
    ...base,
    kind: 'gcp.rule',
    network: undefined,
    policy: policy ?? (isLive ? live : undefined),
    isIngress: isIngress(block),
    action: wordAt(block, 'action') ?? 'deny',
    priority: numberAt(block, 'priority') ?? 1000,
    isDisabled: flagAt(block, 'disabled') ?? false,
    ...layersOf(block, 'match.layer4_configs match.layer4_config'),
    sources: isEmpty(sources) && isEmpty(tags) && isEmpty(others) ? { items: ['0.0.0.0/0', '::/0'], rest: null } : sources,
    sourceTags: tags,
    sourceAccounts: NO_TEXTS,
    destinations: orAnywhere(textsAt(block, 'match.dest_ip_ranges')),
    hasOtherSources: !isEmpty(others),
    targetTags: textsAt(block, 'target_secure_tags.name target_secure_tag.name'),
    targetAccounts: textsAt(block, 'target_service_accounts'),
    targetNetworks: refsAt(block, 'target_resources'),
  };
}

function interfacesOf(block: BlockReader, { base }: EntityContext, isTemplate: boolean): readonly GcpInterface[] {
  const { readers, rest } = blocksAt(block, 'network_interface');
  const shared = { machineTags: textsAt(block, 'tags'), accounts: textsAt(block, 'service_account.email'), isTemplate };
  const found = readers.map((each): GcpInterface => {
    const has = (path: string): Known<boolean> => {
      const written = blocksAt(each, path);
      if (written.readers.some(({ uncertain }) => !uncertain)) return true;
      const hidden = written.rest ?? (written.readers.length > 0 ? UNSURE : null);
      return hidden ? { undecided: hidden } : false;
    };
    return {
      ...base,
      kind: 'gcp.interface',
      network: refAt(each, 'network'),
      subnet: refAt(each, 'subnetwork'),
      publicIpv4: has('access_config'),
      publicIpv6: has('ipv6_access_config'),
      privateAddress: refAt(each, 'network_ip'),
      interfacePlace: each.place.range ?? base.place,
      ...shared,
    };
  });
  if (!rest) return found;
  const hidden = { undecided: rest };
  const unknown = { network: hidden, subnet: hidden, publicIpv4: hidden, publicIpv6: hidden, privateAddress: hidden };
  return [...found, { ...base, kind: 'gcp.interface', ...unknown, interfacePlace: base.place, ...shared }];
}

const UNSURE = { code: 'computed', detail: 'it is not known whether it has a public address' } as const;

export const gcpPlaceReaders: readonly EntityReader<GcpEntity>[] = [
  networkReader('google_compute_network data.google_compute_network', (block, { base, declared, isLive }) => {
    const order = wordAt(block, 'network_firewall_policy_enforcement_order');
    return {
      ...base,
      kind: 'gcp.network',
      policiesFirst: isUndecided(order) ? order : order === 'BEFORE_CLASSIC_FIREWALL',
      hasNoDefaultRoute: flagAt(block, 'delete_default_routes_on_create') ?? false,
      isElsewhere: declared.mode === 'data',
      isLive,
    };
  }),
  networkReader('google_compute_subnetwork data.google_compute_subnetwork', (block, { base }) => ({
    ...base,
    kind: 'gcp.subnet',
    network: refAt(block, 'network'),
    cidrs: textsAt(block, 'ip_cidr_range secondary_ip_range.ip_cidr_range'),
  })),
  networkReader('google_compute_firewall', networkRule),
  networkReader(
    'google_compute_firewall_policy_rule google_compute_network_firewall_policy_rule google_compute_region_network_firewall_policy_rule',
    (block, context) => policyRule(block, context, refAt(block, 'firewall_policy')),
  ),
  networkReader(
    'google_compute_firewall_policy google_compute_network_firewall_policy google_compute_region_network_firewall_policy',
    (block, { base }) => ({
      ...base,
      kind: 'gcp.policy',
      isHierarchical: base.type === 'google_compute_firewall_policy',
      parent: refAt(block, 'parent'),
    }),
  ),
  networkReader(
    'google_compute_firewall_policy_association google_compute_network_firewall_policy_association google_compute_region_network_firewall_policy_association',
    (block, { base, isLive }) => ({
      ...base,
      kind: 'gcp.policy-association',
      policy: refAt(block, 'firewall_policy') ?? (isLive ? base.id.split('/associations/')[0] : undefined),
      target: refAt(block, 'attachment_target'),
    }),
  ),
  networkReader('google_project google_folder', (block, { base }) => ({
    ...base,
    names: [...base.names, ...textsAt(block, 'project_id number').items.flatMap((each) => [each, `projects/${each}`])],
    kind: 'gcp.parent',
    isFolder: base.type === 'google_folder',
    parent: parentOf(block),
  })),
  networkReader('google_compute_route', (block, { base }) => {
    const gateway = wordAt(block, 'next_hop_gateway');
    return {
      ...base,
      kind: 'gcp.route',
      network: refAt(block, 'network'),
      destination: wordAt(block, 'dest_range'),
      priority: numberAt(block, 'priority') ?? 1000,
      toInternet: isUndecided(gateway) ? gateway : gateway?.endsWith('default-internet-gateway') === true,
      machineTags: textsAt(block, 'tags'),
    };
  }),
  networkReader('google_compute_network_peering', (block, { base }) => ({
    ...base,
    kind: 'gcp.peering',
    network: refAt(block, 'network'),
    peer: refAt(block, 'peer_network'),
  })),
  networkReader('google_compute_instance', (block, context) => interfacesOf(block, context, false)),
  networkReader('google_compute_instance_template google_compute_region_instance_template', (block, context) =>
    interfacesOf(block, context, true),
  ),
];

/** `folders/2` or `organizations/1`; Terraform writes an organization by its number. */
function parentOf(block: BlockReader): Known<string | undefined> {
  const folder = refAt(block, 'folder_id parent');
  const organization = refAt(block, 'org_id');
  const named = (text: string, kind: string): string => (text.includes('/') || text.startsWith('~') ? text : `${kind}/${text}`);
  if (folder !== undefined) return typeof folder === 'string' ? named(folder, 'folders') : folder;
  return typeof organization === 'string' ? named(organization, 'organizations') : organization;
}
