/**
 * The network analysis of Azure and Google Cloud, in CPU time of its thread (others may be at work on the machine): 100,000 machines, 3,000
 * security groups (Azure) or firewall rules (Google Cloud), 2,000 subnets in 50 networks. `node bench/network-clouds.ts [MACHINES]`
 */
import { exposureOf, reachability } from '../packages/engine/src/network/index.ts';
import type { AzureRule, Entity, EntityBase } from '../packages/model/src/index.ts';
import { Estate } from '../packages/model/src/index.ts';

const MACHINES = Number(process.argv[2] ?? 100_000);
const [NETWORKS, SUBNETS, FILTERS] = [50, 2_000, 3_000];
const NONE = { items: [], rest: null };
const texts = (...items: readonly string[]) => ({ items, rest: null });
const place = { source: { path: 'main.tf', text: '' }, start: 0, end: 0 };
const base = (id: string, names: readonly string[] = [id]): EntityBase => ({
  ...{ id, node: id, names, type: 'bench', account: '123456789012', region: null },
  ...{ place, uncertain: false, tags: {} },
});
let seed = 7;
const pick = (count: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * count);
};
const PORTS = [22, 80, 443, 3306, 5432, 6379, 8080, 9090];
const port = (): string => String(PORTS[pick(PORTS.length)] ?? 443);
const cidrOf = (index: number): string => `10.${index % NETWORKS}.${Math.floor(index / NETWORKS)}.0/24`;

function azure(): Estate {
  const entities: Entity[] = [];
  const id = (kind: string, index: number): string => `/subscriptions/s/resourcegroups/g/providers/microsoft.network/${kind}/${index}`;
  const rule = (priority: number, source: string): AzureRule => ({
    ...{ direction: 'Inbound', access: 'Allow', priority, protocol: 'Tcp', ports: texts(port()), sources: texts(source) },
    ...{ destinations: texts('*'), sourceGroups: NONE, destinationGroups: NONE, name: 'rule', place, node: 'rule', uncertain: false },
  });
  for (let index = 0; index < NETWORKS; index += 1)
    entities.push({ ...base(id('virtualnetworks', index)), kind: 'azure.vnet', cidrs: texts(`10.${index}.0.0/16`) });
  for (let index = 0; index < FILTERS; index += 1) {
    const rules = [rule(100, cidrOf(pick(SUBNETS))), rule(110, cidrOf(pick(SUBNETS))), ...(index % 5 === 0 ? [rule(120, 'Internet')] : [])];
    entities.push({ ...base(id('networksecuritygroups', index)), kind: 'azure.nsg', rules, rest: null, isElsewhere: false });
  }
  for (let index = 0; index < SUBNETS; index += 1)
    entities.push({
      ...{
        ...base(id('subnets', index)),
        kind: 'azure.subnet',
        vnet: id('virtualnetworks', index % NETWORKS),
        cidrs: texts(cidrOf(index)),
      },
      ...{ group: id('networksecuritygroups', index % FILTERS), table: undefined, isElsewhere: false },
    });
  for (let index = 0; index < MACHINES; index += 1) {
    const subnet = pick(SUBNETS);
    const isPublic = index % 4 === 0;
    const address = id('publicipaddresses', index);
    if (isPublic) entities.push({ ...base(address), kind: 'azure.public-address', sku: 'standard' });
    const config = {
      ...{ subnet: id('subnets', subnet), publicAddress: isPublic ? address : undefined, privateAddress: undefined },
      ...{ pools: NONE, natRules: NONE, asgs: NONE },
    };
    entities.push({
      ...{ ...base(id('networkinterfaces', index)), kind: 'azure.interface', configs: [config], rest: null, listens: [] },
      type: 'azurerm_network_interface',
      // Machines of one kind share their group.
      ...{ group: id('networksecuritygroups', (subnet * 3 + pick(2)) % FILTERS), isUnfiltered: false, isPart: false },
    });
    entities.push({
      ...base(id('virtualmachines', index)),
      type: 'azurerm_linux_virtual_machine',
      kind: 'azure.machine',
      interfaces: texts(id('networkinterfaces', index)),
    });
  }
  return new Estate(entities);
}

function google(): Estate {
  const entities: Entity[] = [];
  const network = (index: number): string => `projects/p/global/networks/${index}`;
  for (let index = 0; index < NETWORKS; index += 1)
    entities.push({
      ...{
        ...base(network(index)),
        kind: 'gcp.network',
        policiesFirst: false,
        hasNoDefaultRoute: false,
        isElsewhere: false,
        isLive: false,
      },
    });
  for (let index = 0; index < SUBNETS; index += 1)
    entities.push({ ...base(`subnet-${index}`), kind: 'gcp.subnet', network: network(index % NETWORKS), cidrs: texts(cidrOf(index)) });
  for (let index = 0; index < FILTERS; index += 1)
    entities.push({
      ...{ ...base(`rule-${index}`), kind: 'gcp.rule', network: network(index % NETWORKS), policy: undefined, isIngress: true },
      ...{ action: 'allow', priority: 1000, isDisabled: false, layers: [{ protocol: 'tcp', ports: texts(port()) }], layersRest: false },
      ...{ sources: texts(index % 5 === 0 ? '0.0.0.0/0' : cidrOf(pick(SUBNETS))), sourceTags: NONE, sourceAccounts: NONE },
      ...{ destinations: texts('0.0.0.0/0'), hasOtherSources: false, targetTags: texts(`tag-${Math.floor(index / NETWORKS) % 20}`) },
      ...{ targetAccounts: NONE, targetNetworks: NONE },
    });
  for (let index = 0; index < MACHINES; index += 1)
    entities.push({
      ...{
        ...base(`vm-${index}`),
        kind: 'gcp.interface',
        network: undefined,
        subnet: `subnet-${pick(SUBNETS)}`,
        publicIpv4: index % 4 === 0,
      },
      ...{ publicIpv6: false, machineTags: texts(`tag-${pick(20)}`), accounts: NONE, privateAddress: undefined, interfacePlace: place },
      isTemplate: false,
    });
  return new Estate(entities);
}

/** A new estate each time: answers about one are kept. */
function measured<T>(name: string, make: () => Estate, [run, tell]: readonly [(estate: Estate) => T, (result: T) => string]): void {
  const times: number[] = [];
  let result: T | undefined;
  for (let round = 0; round < 3; round += 1) {
    const estate = make();
    const before = process.threadCpuUsage();
    result = run(estate);
    const { user, system } = process.threadCpuUsage(before);
    times.push((user + system) / 1_000);
  }
  if (result !== undefined) console.log(`${name}: ${times.map((each) => `${Math.round(each)} ms`).join(', ')}; ${tell(result)}`);
}

for (const [name, make] of [['Azure', azure] as const, ['Google Cloud', google] as const]) {
  console.log(`${name}: ${MACHINES} machines, ${FILTERS} groups or rules, ${SUBNETS} subnets, ${NETWORKS} networks`);
  measured('exposureOf', make, [
    exposureOf,
    (found) => `${found.filter(({ reachable }) => reachable === true).length} of ${found.length} reached`,
  ]);
  if (!process.argv.includes('--no-pairs'))
    measured('reachability', make, [reachability, ({ classes, edges }) => `${classes.length} classes, ${edges.length} pairs`]);
}
console.log(`heap ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`);
