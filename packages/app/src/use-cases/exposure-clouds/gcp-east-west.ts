/** Networks of Google Cloud with answers: who reaches whom. */
import { named } from './kit.ts';
import type { CloudCase } from './kit.ts';

const network = (name: string): string => named('google_compute_network', name, 'auto_create_subnetworks = false');
const subnet = (name: string, cidr: string, of = 'main'): string =>
  named('google_compute_subnetwork', name, `network = google_compute_network.${of}.id`, `ip_cidr_range = "${cidr}"`);
const net = network('main') + subnet('web', '10.0.1.0/24') + subnet('db', '10.0.2.0/24');
const machine = (name: string, tags: readonly string[] = [], of = name): string =>
  named(
    'google_compute_instance',
    name,
    `tags = ${JSON.stringify(tags)}`,
    ...['network_interface {', `  subnetwork = google_compute_subnetwork.${of}.id`, '}'],
  );
const machines = machine('web', ['web']) + machine('db', ['db']);

/** `lines`: what tells the rule from others. */
const rule = (
  name: string,
  ports: string,
  lines: readonly string[],
  options: { readonly deny?: true; readonly of?: string } = {},
): string =>
  named(
    'google_compute_firewall',
    name,
    `network = google_compute_network.${options.of ?? 'main'}.name`,
    `${options.deny ? 'deny' : 'allow'} {`,
    ports === 'all' ? '  protocol = "all"' : `  protocol = "tcp"\n  ports = ["${ports}"]`,
    '}',
    ...lines,
  );
const from = (cidr: string): string => `source_ranges = ["${cidr}"]`;
const other =
  network('other') + subnet('far', '10.1.1.0/24', 'other') + machine('far') + rule('far', '443', [from('10.0.0.0/16')], { of: 'other' });
const peering = (one: string, two: string): string =>
  named(
    'google_compute_network_peering',
    `${one}-${two}`,
    `network = google_compute_network.${one}.self_link`,
    `peer_network = google_compute_network.${two}.self_link`,
  );

const WEB = 'google_compute_instance.web';
const DB = 'google_compute_instance.db';
const FAR = 'google_compute_instance.far';
const TO_DB = `${WEB} => ${DB}`;

export const gcpEastWest: readonly CloudCase[] = [
  { name: 'nothing comes in that no rule admits', code: net + machines, expect: { [TO_DB]: 'none' } },
  { name: 'a rule for a subnet', code: net + machines + rule('db', '5432', [from('10.0.1.0/24')]), expect: { [TO_DB]: 'yes tcp/5432' } },
  { name: 'a rule for another subnet', code: net + machines + rule('db', '5432', [from('10.0.9.0/24')]), expect: { [TO_DB]: 'none' } },
  {
    name: 'a rule for a tag that it has',
    code: net + machines + rule('db', '5432', ['source_tags = ["web"]', 'target_tags = ["db"]']),
    expect: { [TO_DB]: 'yes tcp/5432', [`${DB} => ${WEB}`]: 'none' },
  },
  {
    name: 'a rule for a tag of others',
    code: net + machines + rule('db', '5432', ['source_tags = ["batch"]']),
    expect: { [TO_DB]: 'none' },
  },
  {
    name: 'a rule for other machines',
    code: net + machines + rule('db', '5432', [from('10.0.1.0/24'), 'target_tags = ["cache"]']),
    expect: { [TO_DB]: 'none' },
  },
  {
    name: 'a denial that comes first',
    code:
      net +
      machines +
      rule('db', '5432', [from('10.0.0.0/16')]) +
      rule('no', 'all', [from('10.0.1.0/24'), 'priority = 100'], { deny: true }),
    expect: { [TO_DB]: 'none' },
  },
  {
    name: 'a denial of what goes out',
    code:
      net +
      machines +
      rule('db', '5432', [from('10.0.0.0/16')]) +
      rule('out', 'all', ['direction = "EGRESS"', 'destination_ranges = ["10.0.2.0/24"]'], { deny: true }),
    expect: { [TO_DB]: 'none', [`${DB} => ${WEB}`]: 'yes tcp/5432' },
  },
  {
    name: 'a denial of what goes elsewhere',
    code:
      net +
      machines +
      rule('db', '5432', [from('10.0.0.0/16')]) +
      rule('out', 'all', ['direction = "EGRESS"', 'destination_ranges = ["192.0.2.0/24"]'], { deny: true }),
    expect: { [TO_DB]: 'yes tcp/5432' },
  },
  {
    name: 'a rule that is switched off',
    code: net + machines + rule('db', '5432', [from('10.0.1.0/24'), 'disabled = true']),
    expect: { [TO_DB]: 'none' },
  },
  { name: 'two networks are apart', code: net + machines + other, expect: { [`${WEB} => ${FAR}`]: 'none' } },
  {
    name: 'a peering of both sides',
    code: net + machines + other + peering('main', 'other') + peering('other', 'main'),
    expect: { [`${WEB} => ${FAR}`]: 'yes tcp/443' },
  },
  { name: 'a peering of one side', code: net + machines + other + peering('main', 'other'), expect: { [`${WEB} => ${FAR}`]: 'none' } },
  {
    name: 'tags mean machines of one network only',
    code:
      net +
      machines +
      other.replace('source_ranges = ["10.0.0.0/16"]', 'source_tags = ["web"]') +
      peering('main', 'other') +
      peering('other', 'main'),
    expect: { [`${WEB} => ${FAR}`]: 'none' },
  },
  {
    name: 'within a subnet rules are needed too',
    code: net + machine('web', ['web']) + machine('db', ['web'], 'web') + rule('web', '443', ['source_tags = ["web"]']),
    expect: { [`${WEB} => ${WEB}`]: 'yes tcp/443' },
  },
  {
    name: 'part of the subnet is not all of it',
    code: net + machines + rule('db', '5432', [from('10.0.1.0/28')]),
    expect: { [TO_DB]: 'unknown tcp/5432' },
  },
];
