/** Services of Google Cloud with endpoints of their own, who may call them, and perimeters around them. Source: see network-gcp.ts. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import type { FrontRule, PublicFront } from '../network-clouds.ts';
import { NO_TEXTS, blocksAt, flagAt, isWritten, textAt, textsAt, union } from '../reading.ts';
import type { Known, Texts } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import type { GcpEntity } from './network-words.ts';
import { networkReader, refAt, refsAt, wordAt } from './network-words.ts';

type FrontSays = Pick<PublicFront, 'frontKind' | 'isPublic'> & Partial<PublicFront>;

function front({ base }: EntityContext, says: FrontSays): PublicFront {
  const none = { rules: [], rulesRest: null, otherwise: 'allow' as const, rulesClose: false, ports: [{ from: 443, to: 443 }] };
  return { ...base, kind: 'public-front', ...none, login: undefined, targets: NO_TEXTS, hosts: [], shields: NO_TEXTS, ...says };
}

function allow(sources: Texts, block: BlockReader, { base }: EntityContext): FrontRule {
  return { isAllow: true, sources, priority: 100, place: block.place.range ?? base.place, node: base.node, uncertain: false };
}

/** Everybody who is allowed is named; nothing is open by itself. Source: "Authorize with authorized networks", read 2026-11-22. */
function database(block: BlockReader, context: EntityContext): PublicFront {
  const version = textAt(block, 'database_version');
  const port = typeof version === 'string' ? (/^postgres/i.test(version) ? 5432 : /^sqlserver/i.test(version) ? 1433 : 3306) : 3306;
  const config = blocksAt(block, 'settings.ip_configuration').readers[0] ?? block;
  const allowed = textsAt(block, 'settings.ip_configuration.authorized_networks.value');
  return front(context, {
    frontKind: 'gcp.sql.instance',
    isPublic: flagAt(block, 'settings.ip_configuration.ipv4_enabled') ?? true,
    rules: allowed.items.length > 0 ? [allow(allowed, config, context)] : [],
    rulesRest: allowed.rest,
    otherwise: 'deny',
    ports: [{ from: port, to: port }],
  });
}

function cluster(block: BlockReader, context: EntityContext): PublicFront {
  const isPrivate = flagAt(block, 'private_cluster_config.enable_private_endpoint');
  const external = flagAt(block, 'control_plane_endpoints_config.ip_endpoints_config.enabled');
  const config = blocksAt(block, 'master_authorized_networks_config');
  const allowed = textsAt(block, 'master_authorized_networks_config.cidr_blocks.cidr_block');
  const ofGoogle = flagAt(block, 'master_authorized_networks_config.gcp_public_cidrs_access_enabled');
  const [inside = block] = config.readers;
  const google: Texts = ofGoogle === true ? { items: ['GoogleCloud'], rest: null } : NO_TEXTS;
  const named = union([allowed, google]);
  const hasList = isWritten(block, 'master_authorized_networks_config');
  return front(context, {
    frontKind: 'gcp.gke.cluster',
    isPublic: external === false ? false : isPrivate === undefined ? true : isUndecided(isPrivate) ? isPrivate : !isPrivate,
    rules: named.items.length > 0 ? [allow(named, inside, context)] : [],
    rulesRest: allowed.rest,
    otherwise: isUndecided(hasList) ? hasList : hasList ? 'deny' : 'allow',
    login: 'iam',
  });
}

/** `INGRESS_TRAFFIC_ALL`, `all`, `ALLOW_ALL`: everything else is for the own network or a load balancer. */
function admitsAll(word: Known<string | undefined>): Known<boolean> {
  if (word === undefined) return true;
  return isUndecided(word) ? word : /^(?:INGRESS_TRAFFIC_ALL|INGRESS_TRAFFIC_UNSPECIFIED|ALLOW_ALL|all)$/.test(word);
}

function runIngress(block: BlockReader): Known<string | undefined> {
  const written = wordAt(block, 'ingress');
  if (written !== undefined) return written;
  const annotations = blocksAt(block, 'metadata').readers[0]?.stringMap('annotations');
  const leaf = annotations?.entries.get('run.googleapis.com/ingress');
  if (leaf) return leaf.value ?? { undecided: leaf.reason ?? { code: 'computed', detail: 'it is not known' } };
  const rest = annotations?.rest?.reason;
  return rest ? { undecided: rest } : undefined;
}

const RUN = 'google_cloud_run_service google_cloud_run_v2_service';
const FUNCTIONS = 'google_cloudfunctions_function google_cloudfunctions2_function';
const INVOKERS = /^roles\/(?:run\.(?:invoker|servicesInvoker|admin|developer)|cloudfunctions\.(?:invoker|admin|developer))$/;

/** Does a grant let everybody call? */
function admitsEverybody(block: BlockReader): Known<boolean> {
  const pairs = [
    { role: textAt(block, 'role'), members: textsAt(block, 'member members') },
    ...blocksAt(block, 'policy_data.bindings').readers.map((each) => ({ role: textAt(each, 'role'), members: textsAt(each, 'members') })),
  ];
  return pairs.some(({ role, members }) => typeof role === 'string' && INVOKERS.test(role) && members.items.includes('allUsers'));
}

const grants = `${RUN} ${FUNCTIONS}`
  .split(' ')
  .flatMap((type) => ['member', 'binding', 'policy'].map((kind) => `${type}_iam_${kind}`))
  .join(' ');

export const gcpFrontReaders: readonly EntityReader<GcpEntity>[] = [
  networkReader('google_sql_database_instance', database),
  networkReader('google_container_cluster', cluster),
  networkReader(RUN, (block, context) => {
    const isFree = flagAt(block, 'invoker_iam_disabled') === true;
    return front(context, { frontKind: 'gcp.run.service', isPublic: admitsAll(runIngress(block)), login: isFree ? 'none' : 'iam' });
  }),
  networkReader(FUNCTIONS, (block, context) => {
    const hasUrl = context.base.type !== 'google_cloudfunctions_function' || flagAt(block, 'trigger_http') === true;
    const ingress = wordAt(block, 'ingress_settings service_config.ingress_settings');
    return hasUrl ? front(context, { frontKind: 'gcp.functions.function', isPublic: admitsAll(ingress), login: 'iam' }) : [];
  }),
  networkReader('google_app_engine_standard_app_version google_app_engine_flexible_app_version', (_, context) =>
    front(context, { frontKind: 'gcp.appengine.version', isPublic: true, ports: [80, 443].map((port) => ({ from: port, to: port })) }),
  ),
  networkReader(grants, (block, { base }) =>
    admitsEverybody(block) === true
      ? {
          ...base,
          kind: 'front-setting',
          front: refAt(block, 'service name cloud_function'),
          ...{ rules: [], rulesRest: null, otherwise: undefined, isPublic: undefined, login: 'none', isShield: false },
        }
      : [],
  ),
  networkReader('google_access_context_manager_service_perimeter', (block, { base }) => ({
    ...base,
    kind: 'service-perimeter',
    resources: refsAt(block, 'status.resources'),
    services: textsAt(block, 'status.restricted_services'),
  })),
];
