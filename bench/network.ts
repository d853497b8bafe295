/** The network analysis alone, in CPU time of its thread (others may be at work on the machine): 100,000 interfaces, 3,000 groups, 2,000 subnets in 50 VPCs. `node bench/network.ts [INTERFACES]` */
import { exposureOf, reachability } from '../packages/engine/src/network/index.ts';
import { Estate } from '../packages/model/src/index.ts';
import type { AwsRule, Entity, EntityBase } from '../packages/model/src/index.ts';

const INTERFACES = Number(process.argv[2] ?? 100_000);
const [VPCS, SUBNETS, GROUPS] = [50, 2_000, 3_000];
const NONE = { items: [], rest: null };
const place = { source: { path: 'main.tf', text: '' }, start: 0, end: 0 };
const base = (id: string): EntityBase => ({
  ...{ id, node: id, names: [id], type: 'bench', account: '123456789012', region: null },
  place,
  uncertain: false,
  tags: {},
});
const rule = (direction: AwsRule['direction'], port: number, more: Partial<AwsRule>): AwsRule => ({
  ...{ direction, protocol: port < 0 ? '-1' : 'tcp', from: port, to: port, cidrs: NONE, prefixLists: NONE, groups: NONE, isSelf: false },
  ...{ place, node: 'rule', uncertain: false, ...more },
});
let seed = 7;
const pick = (count: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * count);
};

const entities: Entity[] = [];
for (let vpc = 0; vpc < VPCS; vpc += 1) {
  entities.push({
    ...base(`vpc-${vpc}`),
    kind: 'aws.vpc',
    cidrs: { items: [`10.${vpc}.0.0/16`], rest: null },
    mainTableNames: [],
    defaultGroupNames: [`vpc-${vpc}.default`],
    defaultAclNames: [],
    isDefault: false,
    isElsewhere: false,
  });
  entities.push({ ...base(`igw-${vpc}`), kind: 'aws.gateway', gatewayKind: 'igw', vpc: `vpc-${vpc}` });
  const route = {
    destination: '0.0.0.0/0',
    target: 'igw',
    targetName: `igw-${vpc}`,
    isBlackhole: false,
    place,
    node: `rtb-${vpc}`,
    uncertain: false,
  } as const;
  entities.push({
    ...base(`rtb-${vpc}`),
    kind: 'aws.route-table',
    vpc: `vpc-${vpc}`,
    routes: [route],
    rest: null,
    standsFor: undefined,
    isElsewhere: false,
  });
}
for (let index = 0; index < SUBNETS; index += 1) {
  const vpc = index % VPCS;
  entities.push({
    ...base(`subnet-${index}`),
    kind: 'aws.subnet',
    vpc: `vpc-${vpc}`,
    cidrs: { items: [`10.${vpc}.${Math.floor(index / VPCS)}.0/24`], rest: null },
    mapsPublicIpv4: index % 4 === 0,
    mapsIpv6: false,
    isElsewhere: false,
  });
  if (index % 2 === 0)
    entities.push({
      ...base(`assoc-${index}`),
      kind: 'aws.table-association',
      table: `rtb-${vpc}`,
      subnet: `subnet-${index}`,
      vpc: undefined,
    });
}
const PORTS = [22, 80, 443, 3306, 5432, 6379, 8080, 9090];
for (let index = 0; index < GROUPS; index += 1) {
  const vpc = index % VPCS;
  const port = (): number => PORTS[pick(PORTS.length)] ?? 443;
  const rules = [
    rule('ingress', port(), { groups: { items: [`sg-${(pick(GROUPS / VPCS) * VPCS + vpc) % GROUPS}`], rest: null } }),
    rule('ingress', port(), { cidrs: { items: [`10.${vpc}.${pick(40)}.0/24`], rest: null } }),
    ...(index % 5 === 0 ? [rule('ingress', port(), { cidrs: { items: ['0.0.0.0/0'], rest: null } })] : []),
    rule('egress', -1, { cidrs: { items: ['0.0.0.0/0'], rest: null } }),
  ];
  entities.push({
    ...base(`sg-${index}`),
    kind: 'aws.security-group',
    vpc: `vpc-${vpc}`,
    rules,
    rest: { ingress: null, egress: null },
    opensEgress: false,
    isDefault: false,
    isElsewhere: false,
  });
}
for (let index = 0; index < INTERFACES; index += 1) {
  const subnet = pick(SUBNETS);
  // Machines of one kind share their groups: few sets in each subnet.
  const set = (subnet * 7 + pick(4)) % (GROUPS / VPCS);
  const group = set * VPCS + (subnet % VPCS);
  entities.push({
    ...{
      ...base(`eni-${index}`),
      kind: 'aws.interface',
      interfaceKind: 'instance',
      owner: `eni-${index}`,
      subnets: { items: [`subnet-${subnet}`], rest: null },
    },
    ...{ subnetGroup: undefined, groups: { items: [`sg-${group}`], rest: null }, publicIpv4: 'subnet-default', ipv6: false, listens: [] },
    ...{ template: undefined, attached: NONE, registers: NONE, withoutSubnet: 'nowhere' },
  });
}
const estate = new Estate(entities);
const measured = <T>(name: string, run: () => T, tell: (result: T) => string): void => {
  const times: number[] = [];
  let result: T | undefined;
  for (let round = 0; round < 3; round += 1) {
    const before = process.threadCpuUsage();
    result = run();
    const { user, system } = process.threadCpuUsage(before);
    times.push((user + system) / 1_000);
  }
  if (result !== undefined) console.log(`${name}: ${times.map((each) => `${Math.round(each)} ms`).join(', ')}; ${tell(result)}`);
};
console.log(`${INTERFACES} interfaces, ${GROUPS} groups, ${SUBNETS} subnets, ${VPCS} VPCs`);
measured(
  'exposureOf',
  () => exposureOf(estate),
  (found) => `${found.filter(({ reachable }) => reachable === true).length} of ${found.length} reached`,
);
measured(
  'reachability',
  () => reachability(estate),
  ({ classes, edges }) => `${classes.length} classes, ${edges.length} pairs`,
);
console.log(`heap ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`);
