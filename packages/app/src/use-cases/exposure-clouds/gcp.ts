/** Networks of Google Cloud with answers. Each rule of the platform that is easily missed once. */
import type { CloudCase } from './kit.ts';
import { block, named, variable } from './kit.ts';

const list = (text: string): string =>
  `[${text
    .split(' ')
    .map((each) => (each.startsWith('var.') ? each : `"${each}"`))
    .join(', ')}]`;
const network = (...more: readonly string[]): string =>
  named('google_compute_network', 'main', 'auto_create_subnetworks = false', ...more) +
  named(
    'google_compute_subnetwork',
    'app',
    'network = google_compute_network.main.id',
    'ip_cidr_range = "10.0.1.0/24"',
    'region = "asia-northeast1"',
  );
const rule = (name: string, ports: string, ...more: readonly string[]): string =>
  named(
    'google_compute_firewall',
    name,
    'network = google_compute_network.main.name',
    'allow {',
    'protocol = "tcp"',
    `ports = ${list(ports)}`,
    '}',
    ...more,
  );
const denial = (name: string, priority: number, ...more: readonly string[]): string =>
  named(
    'google_compute_firewall',
    name,
    'network = google_compute_network.main.name',
    `priority = ${priority}`,
    'deny {',
    'protocol = "all"',
    '}',
    ...more,
  );
const from = (cidrs: string): string => `source_ranges = ${list(cidrs)}`;
const vm = (...more: readonly string[]): string =>
  named(
    'google_compute_instance',
    'vm',
    'zone = "asia-northeast1-a"',
    'network_interface {',
    'subnetwork = google_compute_subnetwork.app.id',
    'access_config {',
    '}',
    '}',
    ...more,
  );
const inner = (...more: readonly string[]): string =>
  named(
    'google_compute_instance',
    'vm',
    'zone = "asia-northeast1-a"',
    'network_interface {',
    'subnetwork = google_compute_subnetwork.app.id',
    '}',
    ...more,
  );
const VM = 'google_compute_instance.vm';
const ANY = from('0.0.0.0/0');
const ssh = rule('ssh', '22', ANY);
const policy =
  named('google_compute_network_firewall_policy', 'p') +
  named(
    'google_compute_network_firewall_policy_association',
    'a',
    'firewall_policy = google_compute_network_firewall_policy.p.id',
    'attachment_target = google_compute_network.main.id',
  );
const NETWORK_POLICY = 'google_compute_network_firewall_policy';
const policyRule = (name: string, action: readonly [priority: number, action: string], ports: string, of = NETWORK_POLICY): string =>
  block(
    `${of}_rule`,
    name,
    `firewall_policy = ${of}.p.id`,
    `priority = ${action[0]}`,
    `action = "${action[1]}"`,
    'direction = "INGRESS"',
    'match {',
    'src_ip_ranges = ["0.0.0.0/0"]',
    'layer4_configs {',
    'ip_protocol = "tcp"',
    ...(ports === '' ? [] : [`ports = ${list(ports)}`]),
    '}',
    '}',
  );
const HIGHER = 'google_compute_firewall_policy';
const higher = (target: string): string =>
  block(HIGHER, 'p', 'short_name = "p"', 'parent = "organizations/1"') +
  named('google_compute_firewall_policy_association', 'a', `firewall_policy = ${HIGHER}.p.id`, `attachment_target = "${target}"`);
const project = block('google_project', 'own', 'name = "own"', 'project_id = "000000000000"', 'org_id = "1"');
const group = named(
  'google_compute_instance_group',
  'g',
  'zone = "asia-northeast1-a"',
  'instances = [google_compute_instance.vm.id]',
  'named_port {',
  'name = "http"',
  'port = 8080',
  '}',
);
const proxied = (scheme: string, more: readonly string[] = [], backend = 'google_compute_instance_group.g.id'): string =>
  named(
    'google_compute_backend_service',
    'b',
    `load_balancing_scheme = "${scheme}"`,
    'port_name = "http"',
    'backend {',
    `group = ${backend}`,
    '}',
    ...more,
  ) +
  named('google_compute_url_map', 'u', 'default_service = google_compute_backend_service.b.id') +
  named('google_compute_target_http_proxy', 'h', 'url_map = google_compute_url_map.u.id') +
  named(
    'google_compute_global_forwarding_rule',
    'f',
    `load_balancing_scheme = "${scheme}"`,
    'port_range = "80"',
    'target = google_compute_target_http_proxy.h.id',
  );
const F = 'google_compute_global_forwarding_rule.f';
const sql = (...more: readonly string[]): string =>
  named(
    'google_sql_database_instance',
    'db',
    'database_version = "POSTGRES_16"',
    'settings {',
    'tier = "db-f1-micro"',
    'ip_configuration {',
    ...more,
    '}',
    '}',
  );
const SQL = 'google_sql_database_instance.db';
const authorized = (cidr: string): string => `authorized_networks {\nvalue = "${cidr}"\n}`;
const gke = (...more: readonly string[]): string => named('google_container_cluster', 'k', 'location = "asia-northeast1"', ...more);
const run = (...more: readonly string[]): string => named('google_cloud_run_v2_service', 'api', 'location = "asia-northeast1"', ...more);
const RUN = 'google_cloud_run_v2_service.api';

export const gcp: readonly CloudCase[] = [
  { name: 'gcp: a machine with an address and a rule', code: network() + ssh + vm(), expect: { [VM]: 'yes tcp/22' } },
  { name: 'gcp: no rule means no entry', code: network() + vm(), expect: { [VM]: 'no, but: firewall rule' } },
  { name: 'gcp: no external address', code: network() + ssh + inner(), expect: { [VM]: 'no, but: public address' } },
  { name: 'gcp: a rule without sources admits everybody', code: network() + rule('ssh', '22') + vm(), expect: { [VM]: 'yes tcp/22' } },
  {
    name: 'gcp: a rule with tags of sources admits nobody from outside',
    code: network() + rule('ssh', '22', 'source_tags = ["web"]') + vm(),
    expect: { [VM]: 'no, but: firewall rule' },
  },
  {
    name: 'gcp: a rule for another tag',
    code: network() + rule('ssh', '22', ANY, 'target_tags = ["web"]') + vm('tags = ["db"]'),
    expect: { [VM]: 'no, but: firewall rule' },
  },
  {
    name: 'gcp: a rule for its tag',
    code: network() + rule('ssh', '22', ANY, 'target_tags = ["web"]') + vm('tags = ["web"]'),
    expect: { [VM]: 'yes tcp/22' },
  },
  {
    name: 'gcp: a rule for its service account',
    code:
      network() +
      block('google_service_account', 'app', 'account_id = "app"') +
      rule('ssh', '22', ANY, 'target_service_accounts = [google_service_account.app.email]') +
      vm('service_account {', 'email = google_service_account.app.email', 'scopes = ["cloud-platform"]', '}'),
    expect: { [VM]: 'yes tcp/22' },
  },
  {
    name: 'gcp: tags that nobody knows',
    code: variable('tags') + network() + rule('ssh', '22', ANY, 'target_tags = ["web"]') + vm('tags = var.tags'),
    expect: { [VM]: 'unknown tcp/22' },
  },
  { name: 'gcp: the lower priority decides', code: network() + ssh + denial('no', 900) + vm(), expect: { [VM]: 'no, but: firewall rule' } },
  { name: 'gcp: a denial behind the permission', code: network() + ssh + denial('no', 1100) + vm(), expect: { [VM]: 'yes tcp/22' } },
  {
    name: 'gcp: of the same priority the denial wins',
    code: network() + ssh + denial('no', 1000) + vm(),
    expect: { [VM]: 'no, but: firewall rule' },
  },
  {
    name: 'gcp: a rule that is switched off',
    code: network() + rule('ssh', '22', ANY, 'disabled = true') + vm(),
    expect: { [VM]: 'no, but: firewall rule' },
  },
  {
    name: 'gcp: a rule for leaving',
    code: network() + rule('ssh', '22', 'direction = "EGRESS"') + vm(),
    expect: { [VM]: 'no, but: firewall rule' },
  },
  {
    name: 'gcp: two halves are the internet',
    code: network() + rule('ssh', '22', from('0.0.0.0/1 128.0.0.0/1')) + vm(),
    expect: { [VM]: 'yes tcp/22' },
  },
  {
    name: 'gcp: a single network outside',
    code: network() + rule('ssh', '22', from('198.51.100.0/24')) + vm(),
    expect: { [VM]: 'no, but: firewall rule', [`198.51.100.0/24 > ${VM}`]: 'yes tcp/22' },
  },
  {
    name: 'gcp: a source that nobody knows',
    code: variable('office') + network() + rule('ssh', '22', from('var.office')) + vm(),
    expect: { [VM]: 'unknown tcp/22' },
  },
  {
    name: 'gcp: the default route was taken away',
    code: network('delete_default_routes_on_create = true') + ssh + vm(),
    expect: { [VM]: 'no, but: internet route' },
  },
  {
    name: 'gcp: a default route for a tag',
    code:
      network('delete_default_routes_on_create = true') +
      ssh +
      named(
        'google_compute_route',
        'r',
        'network = google_compute_network.main.id',
        'dest_range = "0.0.0.0/0"',
        'next_hop_gateway = "default-internet-gateway"',
        'tags = ["out"]',
      ) +
      vm('tags = ["out"]'),
    expect: { [VM]: 'yes tcp/22' },
  },
  {
    name: 'gcp: rules of the default network may be there',
    code: named(
      'google_compute_instance',
      'vm',
      'zone = "asia-northeast1-a"',
      'network_interface {',
      'network = "default"',
      'access_config {',
      '}',
      '}',
    ),
    expect: { [VM]: 'unknown tcp/22, tcp/3389, icmp/0-255' },
  },
  {
    name: 'gcp: SSH by IAP needs no address',
    code: network() + rule('iap', '22', from('35.235.240.0/20')) + inner(),
    expect: { [VM]: 'no', [`35.235.240.0/20 > ${VM}`]: 'yes tcp/22' },
  },
  {
    name: 'gcp: a policy of the network comes after its own rules',
    code: network() + ssh + policy + policyRule('no', [100, 'deny'], '22') + vm(),
    expect: { [VM]: 'yes tcp/22' },
  },
  {
    name: 'gcp: a policy of the network that comes first',
    code:
      network('network_firewall_policy_enforcement_order = "BEFORE_CLASSIC_FIREWALL"') +
      ssh +
      policy +
      policyRule('no', [100, 'deny'], '22') +
      vm(),
    expect: { [VM]: 'no, but: firewall rule' },
  },
  {
    name: 'gcp: a policy of the network admits what no own rule is about',
    code: network() + policy + policyRule('web', [100, 'allow'], '443') + vm(),
    expect: { [VM]: 'yes tcp/443' },
  },
  {
    name: 'gcp: a policy of the organization comes before everything',
    code: project + network() + ssh + higher('organizations/1') + policyRule('no', [100, 'deny'], '22', HIGHER) + vm(),
    expect: { [VM]: 'no, but: firewall rule' },
  },
  {
    name: 'gcp: goto_next hands on what the organization would deny',
    code:
      project +
      network() +
      ssh +
      higher('organizations/1') +
      policyRule('on', [90, 'goto_next'], '22', HIGHER) +
      policyRule('no', [100, 'deny'], '', HIGHER) +
      vm(),
    expect: { [VM]: 'yes tcp/22' },
  },
  {
    name: 'gcp: an organization that admits cannot be overruled by the network',
    code: project + network() + denial('no', 1) + higher('organizations/1') + policyRule('yes', [100, 'allow'], '22', HIGHER) + vm(),
    expect: { [VM]: 'yes tcp/22' },
  },
  {
    name: 'gcp: a policy of a folder that the project may lie in',
    code: network() + ssh + higher('folders/2') + policyRule('no', [100, 'deny'], '22', HIGHER) + vm(),
    expect: { [VM]: 'unknown tcp/22' },
  },
  {
    name: 'gcp: a load balancer that calls machines by addresses of its own',
    code: network() + rule('lb', '8080', from('130.211.0.0/22 35.191.0.0/16')) + inner() + group + proxied('EXTERNAL_MANAGED'),
    expect: { [F]: 'yes tcp/80', [VM]: 'no', [`${F} > ${VM}`]: 'yes tcp/8080' },
  },
  {
    name: 'gcp: machines that admit no proxies',
    code: network() + ssh + inner() + group + proxied('EXTERNAL_MANAGED'),
    expect: { [F]: 'yes tcp/80', [`${F} > ${VM}`]: 'none' },
  },
  {
    name: 'gcp: an internal load balancer',
    code: network() + rule('lb', '8080', ANY) + inner() + group + proxied('INTERNAL_MANAGED'),
    expect: { [F]: 'no, but: public address', [`${F} > ${VM}`]: 'none' },
  },
  {
    name: 'gcp: a load balancer that hands packets on',
    code:
      network() +
      rule('web', '8080', ANY) +
      inner() +
      named('google_compute_target_pool', 'pool', 'region = "asia-northeast1"', 'instances = [google_compute_instance.vm.self_link]') +
      named('google_compute_forwarding_rule', 'nlb', 'port_range = "8080"', 'target = google_compute_target_pool.pool.id'),
    expect: { [VM]: 'no, but: public address', [`google_compute_forwarding_rule.nlb > ${VM}`]: 'yes tcp/8080' },
  },
  {
    name: 'gcp: machines of a group that a template makes',
    code:
      network() +
      ssh +
      named(
        'google_compute_instance_template',
        't',
        'network_interface {',
        'subnetwork = google_compute_subnetwork.app.id',
        'access_config {',
        '}',
        '}',
      ) +
      named(
        'google_compute_instance_group_manager',
        'mig',
        'zone = "asia-northeast1-a"',
        'version {',
        'instance_template = google_compute_instance_template.t.id',
        '}',
      ),
    expect: { 'google_compute_instance_group_manager.mig': 'yes tcp/22' },
  },
  {
    name: 'gcp: a load balancer before a service that admits only load balancers',
    code:
      run('ingress = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"') +
      named(
        'google_compute_region_network_endpoint_group',
        'neg',
        'region = "asia-northeast1"',
        'cloud_run {',
        'service = google_cloud_run_v2_service.api.name',
        '}',
      ) +
      proxied('EXTERNAL_MANAGED', [], 'google_compute_region_network_endpoint_group.neg.id'),
    expect: { [RUN]: 'no, but: public endpoint', [`${F} > ${RUN}`]: 'yes tcp/443' },
  },
  { name: 'gcp: a service is public unless it says otherwise', code: run(), expect: { [RUN]: 'yes tcp/443' } },
  {
    name: 'gcp: a service for the inside',
    code: run('ingress = "INGRESS_TRAFFIC_INTERNAL_ONLY"'),
    expect: { [RUN]: 'no, but: public endpoint' },
  },
  {
    name: 'gcp: a function without a URL',
    code: named(
      'google_cloudfunctions_function',
      'f',
      'event_trigger {',
      'event_type = "google.pubsub.topic.publish"',
      'resource = "t"',
      '}',
    ),
    expect: { 'google_cloudfunctions_function.f': 'none' },
  },
  { name: 'gcp: a database with an address, for nobody', code: sql('ipv4_enabled = true'), expect: { [SQL]: 'no, but: service firewall' } },
  { name: 'gcp: a database for everybody', code: sql(authorized('0.0.0.0/0')), expect: { [SQL]: 'yes tcp/5432' } },
  {
    name: 'gcp: a database for one network',
    code: sql(authorized('198.51.100.0/24')),
    expect: { [SQL]: 'no, but: service firewall', [`198.51.100.0/24 > ${SQL}`]: 'yes tcp/5432' },
  },
  {
    name: 'gcp: a database without a public address',
    code: sql('ipv4_enabled = false', authorized('0.0.0.0/0')),
    expect: { [SQL]: 'no, but: public endpoint' },
  },
  { name: 'gcp: the control plane of a cluster is public', code: gke(), expect: { 'google_container_cluster.k': 'yes tcp/443' } },
  {
    name: 'gcp: a list of nobody for the control plane',
    code: gke('master_authorized_networks_config {', '}'),
    expect: { 'google_container_cluster.k': 'no, but: service firewall' },
  },
  {
    name: 'gcp: machines of other customers may call the control plane',
    code: gke('master_authorized_networks_config {', 'gcp_public_cidrs_access_enabled = true', '}'),
    expect: { 'google_container_cluster.k': 'no, but: service firewall', 'GoogleCloud > google_container_cluster.k': 'yes tcp/443' },
  },
  {
    name: 'gcp: private nodes do not make the control plane private',
    code: gke('private_cluster_config {', 'enable_private_nodes = true', 'enable_private_endpoint = false', '}'),
    expect: { 'google_container_cluster.k': 'yes tcp/443' },
  },
  {
    name: 'gcp: a private control plane',
    code: gke('private_cluster_config {', 'enable_private_nodes = true', 'enable_private_endpoint = true', '}'),
    expect: { 'google_container_cluster.k': 'no, but: public endpoint' },
  },
  {
    name: 'gcp: an IPv6 address and a rule for it',
    code:
      network() +
      rule('six', '443', from('::/0')) +
      named(
        'google_compute_instance',
        'vm',
        'zone = "asia-northeast1-a"',
        'network_interface {',
        'subnetwork = google_compute_subnetwork.app.id',
        'stack_type = "IPV4_IPV6"',
        'access_config {',
        '}',
        'ipv6_access_config {',
        'network_tier = "PREMIUM"',
        '}',
        '}',
      ),
    expect: { [VM]: 'yes tcp/443' },
  },
];
