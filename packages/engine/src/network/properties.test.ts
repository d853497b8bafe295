/** What holds for every network: one rule more never hides anything, order counts for nothing, those alike are judged as if alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AwsRoute, AwsRule, Entity, EntityBase, EntityMap } from '@kumomori/model';
import { Estate } from '@kumomori/model';
import fc from 'fast-check';
import type { Exposure, PortRange } from './index.ts';
import { exposureOf, reachability } from './index.ts';

const NONE = { items: [], rest: null };
const place = { source: { path: 'main.tf', text: '' }, start: 0, end: 0 };
const base = (id: string): EntityBase => ({
  ...{ id, node: id, names: [id], type: 'made', account: '123456789012', region: null },
  ...{ place, uncertain: false, tags: {} },
});
const texts = (...items: readonly string[]) => ({ items, rest: null });
const undecided = { undecided: { code: 'unset-variable', detail: 'var.office has no value' } } as const;

const OPEN_EGRESS: AwsRule = {
  ...{ direction: 'egress', protocol: '-1', from: 0, to: 65_535, cidrs: texts('0.0.0.0/0', '::/0'), prefixLists: NONE, groups: NONE },
  ...{ isSelf: false, place, node: 'egress', uncertain: false },
};

const ingress = fc
  .record({
    protocol: fc.constantFrom('tcp', 'tcp', 'udp', '-1'),
    port: fc.constantFrom(22, 80, 443, 5432),
    span: fc.constantFrom(0, 0, 100),
    cidr: fc.constantFrom('0.0.0.0/0', '::/0', '0.0.0.0/1', '128.0.0.0/1', '198.51.100.0/24', '10.0.0.0/16', '10.0.1.0/24', null),
    group: fc.constantFrom('sg-0', 'sg-1', null),
    isHidden: fc.constantFrom(false, false, false, true),
  })
  .map(({ protocol, port, span, cidr, group, isHidden }): AwsRule => ({
    ...{ direction: 'ingress', protocol, from: protocol === '-1' ? -1 : port, to: protocol === '-1' ? -1 : port + span },
    cidrs: { items: cidr === null ? [] : [cidr], rest: isHidden ? undecided.undecided : null },
    ...{ prefixLists: NONE, groups: group === null ? NONE : texts(group), isSelf: false },
    ...{ place, node: `${protocol} ${port} ${cidr} ${group}`, uncertain: false },
  }));

const group = (index: number, rules: readonly AwsRule[]): EntityMap['aws.security-group'] => ({
  ...base(`sg-${index}`),
  kind: 'aws.security-group',
  ...{ vpc: 'vpc-1', rules: [...rules, OPEN_EGRESS], rest: { ingress: null, egress: null } },
  ...{ opensEgress: false, isDefault: false, isElsewhere: false },
});

const standing = fc.record({
  subnet: fc.constantFrom('subnet-0', 'subnet-1'),
  groups: fc.constantFrom(['sg-0'], ['sg-1'], ['sg-0', 'sg-1']),
  publicIpv4: fc.constantFrom<EntityMap['aws.interface']['publicIpv4']>(true, false, 'subnet-default', undecided),
  ipv6: fc.constantFrom<EntityMap['aws.interface']['ipv6']>(true, false, 'subnet-default'),
  port: fc.constantFrom(null, 443),
});

type Standing = typeof standing extends fc.Arbitrary<infer T> ? T : never;

const one = ({ subnet, groups, publicIpv4, ipv6, port }: Standing, index: number): EntityMap['aws.interface'] => ({
  ...base(`eni-${index}`),
  kind: 'aws.interface',
  ...{ interfaceKind: 'instance', owner: `eni-${index}`, subnets: texts(subnet), subnetGroup: undefined },
  ...{ groups: texts(...groups), publicIpv4, ipv6, template: undefined, attached: NONE, registers: NONE, withoutSubnet: 'nowhere' },
  listens: port === null ? [] : [{ protocol: 'tcp', from: port, to: port, place }],
});

const network = fc.record({
  first: fc.array(ingress, { maxLength: 4 }),
  second: fc.array(ingress, { maxLength: 4 }),
  maps: fc.tuple(fc.boolean(), fc.boolean()),
  routes: fc.tuple(fc.boolean(), fc.boolean()),
  interfaces: fc.array(standing, { minLength: 1, maxLength: 6 }),
});

type Network = typeof network extends fc.Arbitrary<infer T> ? T : never;

function entitiesOf({ first, second, maps, routes, interfaces }: Network): readonly Entity[] {
  const route = (destination: string): AwsRoute =>
    ({
      ...{ destination, target: 'igw', targetName: 'igw-1', isBlackhole: false },
      ...{ place, node: 'rtb-1', uncertain: false },
    }) as const;
  return [
    {
      ...base('vpc-1'),
      ...{
        kind: 'aws.vpc',
        cidrs: texts('10.0.0.0/16'),
        mainTableNames: ['main'],
        defaultGroupNames: ['default'],
        defaultAclNames: ['acl'],
      },
      ...{ isDefault: false, isElsewhere: false },
    },
    { ...base('igw-1'), kind: 'aws.gateway', gatewayKind: 'igw', vpc: 'vpc-1' },
    {
      ...base('rtb-1'),
      kind: 'aws.route-table',
      ...{ vpc: 'vpc-1', routes: [route('0.0.0.0/0'), route('::/0')], rest: null },
      ...{ standsFor: undefined, isElsewhere: false },
    },
    ...[0, 1].flatMap((index): readonly Entity[] => [
      {
        ...base(`subnet-${index}`),
        kind: 'aws.subnet',
        ...{ vpc: 'vpc-1', cidrs: texts(`10.0.${index}.0/24`), mapsPublicIpv4: maps[index] ?? false, mapsIpv6: false },
        isElsewhere: false,
      },
      ...(routes[index]
        ? [{ ...base(`assoc-${index}`), kind: 'aws.table-association', table: 'rtb-1', subnet: `subnet-${index}`, vpc: undefined } as const]
        : []),
    ]),
    group(0, first),
    group(1, second),
    ...interfaces.map(one),
  ];
}

const exposed = (made: Network): readonly Exposure[] => exposureOf(new Estate(entitiesOf(made)));
const RANK = { true: 2, unknown: 1, false: 0 } as const;
const rankOf = ({ reachable }: Exposure): number => RANK[`${reachable}`];
const fromInternet = (all: readonly Exposure[]): ReadonlyMap<string, Exposure> =>
  new Map(all.filter(({ from }) => from === 'internet').map((each) => [each.node, each]));

function holds(ports: readonly PortRange[], { protocol, from, to }: PortRange): boolean {
  return ports.some((each) => each.protocol === 'all' || (each.protocol === protocol && each.from <= from && each.to >= to));
}

/** Of the second at least what is of the first. */
function assertNotLess(before: readonly Exposure[], after: readonly Exposure[]): void {
  const more = fromInternet(after);
  for (const [node, was] of fromInternet(before)) {
    const is = more.get(node);
    assert.ok(is, node);
    assert.ok(rankOf(is) >= rankOf(was), `${node}: ${was.reachable}, then ${is.reachable}`);
    if (was.reachable === true) for (const range of was.ports) assert.ok(holds(is.ports, range), `${node} loses ${JSON.stringify(range)}`);
  }
}

test('a rule more never takes anything from the internet, and without it nothing more is reached', () => {
  fc.assert(
    fc.property(network, ingress, (made, rule) => {
      assertNotLess(exposed(made), exposed({ ...made, first: [...made.first, rule] }));
    }),
    { numRuns: 300 },
  );
});

test('a route or a public address more never takes anything from the internet', () => {
  fc.assert(
    fc.property(network, (made) => {
      assertNotLess(exposed(made), exposed({ ...made, routes: [true, true] }));
      assertNotLess(exposed(made), exposed({ ...made, interfaces: made.interfaces.map((each) => ({ ...each, publicIpv4: true })) }));
    }),
    { numRuns: 200 },
  );
});

test('the order of entities and rules counts for nothing', () => {
  const said = (entities: readonly Entity[]): readonly string[] =>
    exposureOf(new Estate(entities))
      .map(({ node, from, reachable, ports, families, oneChangeAway }) =>
        JSON.stringify([node, from, reachable, ports, families, oneChangeAway?.map(({ station }) => station).toSorted()]),
      )
      .toSorted();
  fc.assert(
    fc.property(network, fc.infiniteStream(fc.nat()), (made, keys) => {
      const shuffled = <T>(list: readonly T[]): readonly T[] =>
        list
          .map((each) => ({ each, key: Number(keys.next().value) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each);
      const other = { ...made, first: [...shuffled(made.first)], second: [...shuffled(made.second)] };
      assert.deepEqual(said(shuffled(entitiesOf(other))), said(entitiesOf(made)));
    }),
    { numRuns: 200 },
  );
});

test('what stands like others is told as if it stood alone', () => {
  fc.assert(
    fc.property(network, (made) => {
      const together = exposed(made);
      const entities = entitiesOf(made);
      for (const [index] of made.interfaces.entries()) {
        const own = `eni-${index}`;
        const alone = exposureOf(new Estate(entities.filter(({ kind, node }) => kind !== 'aws.interface' || node === own)));
        assert.deepEqual(
          together.filter(({ node }) => node === own),
          alone,
        );
      }
    }),
    { numRuns: 200 },
  );
});

test('a rule more never takes a way within the own networks', () => {
  const pairs = (made: Network): ReadonlyMap<string, { readonly isSure: boolean; readonly ports: readonly PortRange[] }> => {
    const { classes, edges } = reachability(new Estate(entitiesOf(made)));
    return new Map(
      edges.flatMap(({ from, to, isSure, ports }) =>
        (classes[from]?.nodes ?? []).flatMap((one1) =>
          (classes[to]?.nodes ?? []).map((two) => [`${one1} ${two}`, { isSure, ports }] as const),
        ),
      ),
    );
  };
  fc.assert(
    fc.property(network, ingress, (made, rule) => {
      const after = pairs({ ...made, second: [...made.second, rule] });
      for (const [pair, was] of pairs(made)) {
        const is = after.get(pair);
        assert.ok(is && Number(is.isSure) >= Number(was.isSure), pair);
        if (was.isSure) for (const range of was.ports) assert.ok(holds(is.ports, range), `${pair} ${JSON.stringify(range)}`);
      }
    }),
    { numRuns: 200 },
  );
});
