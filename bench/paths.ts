/**
 * Attack paths of an invented estate, from facts to fixes, without reading code and without deciding policies:
 * `node bench/paths.ts [--resources 100000] [--edges 1000000]`. Prints Markdown. A random AND/OR graph without any structure comes second.
 */
import { parseArgs } from 'node:util';
import type { AccessOracle, PathInputs, PathPrincipal, PathStore, PathWorkload } from '../packages/engine/src/paths/index.ts';
import { findPaths, NO_INPUTS } from '../packages/engine/src/paths/index.ts';
import { HornBuilder, propagate, restrictTo } from '../packages/engine/src/paths/graph/index.ts';

const { values } = parseArgs({ options: { resources: { type: 'string' }, edges: { type: 'string' } } });
const resources = Number(values.resources ?? 100_000);
const edges = Number(values.edges ?? 1_000_000);
const ACCOUNT = '123456789012';

let state = 20_261_122;
/** A linear congruential generator: the same estate on every machine. */
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}
const below = (count: number) => Math.floor(random() * count);

const rows: string[] = [];
function timed<T>(name: string, run: () => T): T {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  rows.push(`| ${name} | ${Math.round(performance.now() - start)} ms | ${Math.round((user + system) / 1000)} ms |`);
  return result;
}

const principalCount = resources / 50;
const workloadCount = resources / 5;
const storeCount = resources - principalCount - workloadCount;

function principalOf(index: number): PathPrincipal {
  const isUser = index % 10 === 0;
  return {
    ...{
      id: `p${index}`,
      node: `p${index}`,
      account: ACCOUNT,
      kind: isUser ? 'user' : 'role',
      evidence: [],
      isAdmin: index % 500 === 499,
      adminSetting: null,
    },
    ...{
      ceiling: 'admin',
      unbounded: null,
      accessClass: null,
      groups: [],
      trustedServices: isUser ? [] : ['lambda.amazonaws.com'],
      trustSetting: null,
    },
    ...{ isOnlyForServices: false, inInstanceProfile: true, idleDays: undefined, environment: null },
    user: isUser ? { accessKeys: 1, hasPassword: true, hasMfa: true, hasLeft: index % 400 === 0 } : null,
  };
}

function workloadOf(index: number): PathWorkload {
  return {
    ...{
      id: `w${index}`,
      node: `w${index}`,
      account: ACCOUNT,
      kind: index % 2 ? 'aws.lambda.function' : 'aws.ec2.instance',
      evidence: [],
      flags: { 'is-running': true, 'is-ssm-managed': true },
    },
    ...{
      identities: [`p${below(principalCount)}`],
      identitySetting: null,
      hasOpenMetadata: index % 7 === 0,
      metadataSetting: null,
      vulnerabilities: [],
    },
    ...{
      allowsPasswordLogin: undefined,
      isCallableByAnyone: false,
      callSetting: null,
      escapesTo: [],
      escapeSetting: null,
      codeFrom: [],
      triggeredBy: [],
      environment: null,
    },
  };
}

function storeOf(index: number): PathStore {
  return {
    ...{
      id: `s${index}`,
      node: `s${index}`,
      account: ACCOUNT,
      kind: 'aws.s3.bucket',
      dataClass: index % 10 === 0 ? 'personal' : index % 10 === 1 ? 'log' : 'confidential',
    },
    ...{
      read: ['s3:GetObject'],
      write: ['s3:PutObject'],
      delete: ['s3:DeleteObject'],
      key: null,
      publicRead: index % 20_000 === 7,
      publicWrite: false,
    },
    ...{ publicSetting: null, isShared: false, evidence: [], environment: null, notes: [] },
  };
}

/** Readers of random stores; few escalate. */
function oracle(): AccessOracle {
  const perPrincipal = Math.max(1, Math.floor(edges / principalCount));
  const setting = (id: string) => ({ id, kind: 'grant' as const, summary: id, evidence: [] });
  const rare: Readonly<Record<string, number>> = {
    'iam:PassRole': 40,
    'lambda:CreateFunction': 40,
    'lambda:InvokeFunction': 40,
    'ssm:SendCommand': 100,
    'iam:PutRolePolicy': 300,
  };
  const known = new Map<string, ReturnType<AccessOracle>>();
  const decide: AccessOracle = ({ principal, action, objects }) => {
    const index = Number(principal.slice(1));
    if (action === 's3:GetObject' || action === 's3:DeleteObject') {
      const count = action === 's3:GetObject' ? perPrincipal : perPrincipal / 20;
      return [
        {
          on: Array.from({ length: count }, () => objects[below(objects.length)]?.id ?? ''),
          condition: null,
          setting: setting(`${principal} ${action}`),
          evidence: [],
        },
      ];
    }
    if (action === 'sts:AssumeRole' && index % 10 !== 1) return [];
    if (action === 'sts:AssumeRole')
      return [
        {
          on: [0, 1, 2].map(() => objects[below(objects.length)]?.id ?? ''),
          condition: null,
          setting: setting(`${principal} assume`),
          evidence: [],
        },
      ];
    const every = rare[action];
    if (every === undefined || index % every !== 3) return [];
    return [
      {
        on: objects.length === 1 ? 'all' : [objects[below(objects.length)]?.id ?? ''],
        condition: null,
        setting: setting(`${principal} ${action}`),
        evidence: [],
      },
    ];
  };
  // Decided beforehand: the first run of all is not measured.
  return (question) => {
    const { principal, action, objects, passedTo } = question;
    const key = `${principal} ${action} ${objects.length} ${passedTo ?? ''}`;
    const made = known.get(key) ?? decide(question);
    known.set(key, made);
    return made;
  };
}

const inputs: PathInputs = {
  ...NO_INPUTS,
  principals: Array.from({ length: principalCount }, (_, index) => principalOf(index)),
  workloads: Array.from({ length: workloadCount }, (_, index) => workloadOf(index)),
  stores: Array.from({ length: storeCount }, (_, index) => storeOf(index)),
  exposures: Array.from({ length: 200 }, (_, index) => ({
    ...{
      from: 'internet',
      to: `w${below(workloadCount)}`,
      ports: [{ protocol: 'tcp', from: index % 2 ? 22 : 443, to: index % 2 ? 22 : 443 }],
      because: [],
      condition: null,
    },
    ...{ setting: { id: `rule ${index}`, kind: 'exposure' as const, summary: `close rule ${index}`, evidence: [] }, evidence: [] },
  })),
  access: oracle(),
};
const plain = timed('(first run, which invents the permissions too)', () => findPaths(inputs, { withFixes: false }));
timed(`${resources} resources: rules, reach, steps, without fixes`, () => findPaths(inputs, { withFixes: false }));
const whole = timed(`${resources} resources: the same with fixes for the 100 worst paths`, () => findPaths(inputs, { maxPaths: 100 }));
const unstructured = timed('100000 nodes, 1000000 random rules: facts, rules, indexes', () => {
  const made = new HornBuilder();
  const facts = Array.from({ length: 100_000 }, (_, node) => made.fact(`has node-${node}`));
  for (let edge = 0; edge < 1_000_000; edge++) {
    const body = [facts[below(facts.length)] ?? 0];
    if (random() < 0.25) body.push(facts[Math.floor(random() ** 3 * facts.length)] ?? 0);
    made.rule(facts[Math.floor(random() ** 3 * facts.length)] ?? 0, body, { weight: 1 + below(15) });
  }
  return made.build();
});
const sources = Array.from({ length: 64 }, () => [below(100_000)]);
const reach = timed('the same: what 64 sources reach', () => propagate(unstructured, sources));
timed('the same: the part that leads to 500 goals', () =>
  restrictTo(
    unstructured,
    Array.from({ length: 500 }, () => below(100_000)),
    reach,
  ),
);
console.log(`| phase | wall | CPU |\n|---|---|---|\n${rows.join('\n')}\n`);
console.log(
  `${whole.size.facts} facts, ${whole.size.rules} rules, ${whole.size.entries} entries, ${whole.size.goals} goals, ${plain.found} paths found.`,
);
console.log(`Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
