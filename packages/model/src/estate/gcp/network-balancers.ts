/** Load balancers: forwarding rules and everything they lead through. Source: see network-gcp.ts. */
import type { EntityReader } from '../entity.ts';
import { blocksAt, flagAt, isWritten, textAt, textsAt } from '../reading.ts';
import { isUndecided } from '../undecided.ts';
import type { GcpHop } from '../network-gcp.ts';
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext } from '../entity.ts';
import type { GcpEntity } from './network-words.ts';
import { networkReader, refsAt, wordAt } from './network-words.ts';

function hop({ base }: EntityContext, hopKind: GcpHop['hopKind'], targets: GcpHop['targets']): GcpHop {
  const none = { items: [], rest: null };
  return {
    ...base,
    kind: 'gcp.hop',
    hopKind,
    targets,
    hasIap: false,
    portName: undefined,
    isPassthrough: hopKind === 'pool',
    shields: none,
  };
}

function backend(block: BlockReader, context: EntityContext): GcpHop {
  const enabled = flagAt(block, 'iap.enabled');
  const hasIap = enabled ?? isWritten(block, 'iap.oauth2_client_id');
  const portName = textAt(block, 'port_name');
  return {
    ...hop(context, 'backend-service', refsAt(block, 'backend.group')),
    hasIap,
    portName: typeof portName === 'string' ? portName : undefined,
    shields: refsAt(block, 'security_policy edge_security_policy'),
  };
}

const both = (types: string): string =>
  types
    .split(' ')
    .flatMap((type) => [`google_compute_${type}`, `google_compute_region_${type}`])
    .join(' ');
const MATCHERS = 'default_service path_matcher.default_service path_matcher.path_rule.service path_matcher.route_rules.service';
const WEIGHTED = [
  'default_route_action.weighted_backend_services.backend_service',
  'path_matcher.default_route_action.weighted_backend_services.backend_service',
  'path_matcher.route_rules.route_action.weighted_backend_services.backend_service',
].join(' ');

export const gcpBalancerReaders: readonly EntityReader<GcpEntity>[] = [
  networkReader('google_compute_forwarding_rule google_compute_global_forwarding_rule', (block, { base }) => ({
    ...base,
    kind: 'gcp.forwarding-rule',
    scheme: wordAt(block, 'load_balancing_scheme') ?? 'EXTERNAL',
    protocol: wordAt(block, 'ip_protocol') ?? 'TCP',
    ports: textsAt(block, 'ports port_range'),
    allPorts: flagAt(block, 'all_ports') === true,
    targets: refsAt(block, 'target backend_service'),
  })),
  networkReader(both('target_http_proxy target_https_proxy target_tcp_proxy'), (block, context) =>
    hop(context, 'proxy', refsAt(block, 'url_map backend_service')),
  ),
  networkReader('google_compute_target_ssl_proxy google_compute_target_grpc_proxy', (block, context) =>
    hop(context, 'proxy', refsAt(block, 'backend_service url_map')),
  ),
  networkReader(both('url_map'), (block, context) => hop(context, 'url-map', refsAt(block, `${MATCHERS} ${WEIGHTED}`))),
  networkReader(both('backend_service'), backend),
  networkReader('google_compute_backend_bucket', (_, context) => hop(context, 'bucket', { items: [], rest: null })),
  networkReader('google_compute_target_pool', (block, context) => hop(context, 'pool', refsAt(block, 'instances'))),
  networkReader('google_compute_target_instance', (block, context) => hop(context, 'pool', refsAt(block, 'instance'))),
  networkReader('google_compute_region_network_endpoint_group google_compute_network_endpoint_group', (block, context) =>
    hop(context, 'endpoint-group', refsAt(block, 'cloud_run.service cloud_function.function app_engine.service')),
  ),
  networkReader('google_compute_network_endpoint', (block, { base }) => ({
    ...base,
    names: textsAt(block, 'network_endpoint_group').items,
    kind: 'gcp.group',
    members: refsAt(block, 'instance'),
    template: { items: [], rest: null },
    namedPorts: [],
  })),
  networkReader(
    'google_compute_instance_group google_compute_instance_group_manager google_compute_region_instance_group_manager',
    (block, { base }) => ({
      ...base,
      // Backends name the group that a manager fills.
      names: [
        ...base.names,
        ...base.names.filter((each) => each.startsWith('~')).map((each) => `${each}.instance_group`),
        ...groupLinks(base.names),
      ],
      kind: 'gcp.group',
      members: refsAt(block, 'instances'),
      template: refsAt(block, 'version.instance_template instance_template'),
      namedPorts: blocksAt(block, 'named_port').readers.flatMap((each) => {
        const [name, port] = [textAt(each, 'name'), each.number('port').value];
        return typeof name === 'string' && !isUndecided(name) && port !== undefined ? [{ name, port }] : [];
      }),
    }),
  ),
];

/** `…/instanceGroupManagers/web` fills `…/instanceGroups/web`. */
function groupLinks(names: readonly string[]): readonly string[] {
  return names
    .filter((each) => each.includes('/instanceGroupManagers/'))
    .map((each) => each.replace('/instanceGroupManagers/', '/instanceGroups/'));
}
