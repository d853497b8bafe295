/** What is reachable, from where, and why. */
import type { ExposureStation } from '@kumomori/engine';

const s = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const stations: Readonly<Record<ExposureStation, string>> = {
  'public address': 'public address',
  'igw route': 'route to an internet gateway',
  nacl: 'network ACL',
  'security group': 'security group',
  listener: 'listener',
  'load balancer': 'load balancer',
  'public endpoint': 'public endpoint',
  'local route': 'local route',
  'peering route': 'peering route',
  'transit gateway route': 'transit gateway route',
  'user-defined route': 'user-defined route',
  'network security group': 'network security group',
  'internet route': 'route to the internet',
  'firewall rule': 'firewall rule',
  'service firewall': 'firewall of the service',
  service: 'service',
  ingress: 'ingress',
  gateway: 'gateway',
  'network policy': 'network policy',
  'host port': 'port of the node',
};
/** Details that the engine says in a closed set of words; others are CIDRs and ports. */
const details: Readonly<Record<string, string>> = {};

export const exposure = {
  cli: {
    description:
      'Show what the internet reaches of networks, services and clusters, in code or live, why, and which single change would expose the rest.',
    target: 'folders and files of code, snapshot folders',
    from: 'only what is reached from there: internet, a node (a load balancer, a distribution) or a CIDR',
    matrix: 'also who reaches whom within the own networks',
    limit: 'how many resources the table shows in full (default: 50); 0: all',
    varFile: 'Terraform variables, CloudFormation parameters; may be given several times',
  },
  title: 'Exposure',
  summary: (reached: number, unknown: number, near: number, other: number) =>
    `${s(reached, 'resource')} reachable from the internet, ${unknown} undecided, ${near} one change away, ${other} not reachable`,
  nothing: 'Nothing that stands in a network was found.',
  headings: {
    reached: 'Reachable from the internet',
    inner: 'Reachable through something else, or from some public addresses',
    unknown: 'Undecided',
    near: 'One change away',
  },
  columns: { node: 'RESOURCE', from: 'FROM', ports: 'PORTS', because: 'BECAUSE', change: 'ONE CHANGE', place: 'PLACE' },
  stations,
  details,
  says: { passes: 'passes', stops: 'stops', undecided: 'undecided' },
  step: (station: string, says: string, what: string) => `${station} ${says}${what === '' ? '' : ` (${what})`}`,
  away: (station: string, node: string, ports: string) => `${station}${node === '' ? '' : ` at ${node}`} would expose ${ports}`,
  protectedBy: (names: string) => `behind ${names}`,
  login: (kind: string) => `sign-in: ${kind}`,
  matrixTitle: (classes: number, edges: number) => `East-west: ${s(classes, 'class', 'classes')} of interfaces, ${s(edges, 'pair')}`,
  sure: 'yes',
  maybe: 'perhaps',
  more: (count: number) => `and ${count} more; --limit 0 shows all`,
  severity: {
    reachable: 'reachable from the internet',
    'not-reachable': 'not reachable from the internet',
    unknown: 'it is not known whether the internet reaches it',
  },
};
