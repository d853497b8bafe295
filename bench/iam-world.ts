/** `node bench/iam-world.ts [PRINCIPALS] [RESOURCES]`: the permissions of many principals on many resources through classes and runs. */
import type { AwsGrant, AwsRole, Entity, EntityBase, Range } from '@kumomori/model';
import { Estate } from '@kumomori/model';
import { IamWorld } from '@kumomori/engine';

const [principals = 2000, resources = 100_000] = process.argv.slice(2).map(Number);
const ACCOUNT = '123456789012';
const ACTIONS = 68;
const CLASSES = 200;
const place: Range = { source: { path: 'main.tf', text: '' }, start: 0, end: 0 };

function base(id: string): EntityBase {
  return { id, node: id, names: [id], type: 'aws_iam_role', account: ACCOUNT, region: null, place, uncertain: false, tags: {} };
}

function sourced(document: object): { document: object; statements: Range[]; place: Range; rest: null } {
  return { document, statements: [place], place, rest: null };
}

function role(index: number): AwsRole {
  const trust = sourced({
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/r-${index % 50}` } }],
  });
  const id = `arn:aws:iam::${ACCOUNT}:role/r-${index}`;
  return {
    ...base(id),
    kind: 'aws.role',
    name: `r-${index}`,
    path: '/',
    isStub: false,
    trust,
    boundary: undefined,
    idleDays: undefined,
    maxSessionSeconds: undefined,
  };
}

const policies = Array.from({ length: CLASSES }, (_, index) => {
  const all = index % 20 === 0;
  const statements = Array.from({ length: 20 }, (_each, nth) => ({
    Effect: nth === 19 ? 'Deny' : 'Allow',
    Action: all ? '*' : [`s3:Get*`, 'dynamodb:*', `ec2:Describe${nth}*`],
    Resource: all && nth < 19 ? '*' : [`arn:aws:s3:::b-${index}-${nth}/*`, `arn:aws:dynamodb:*:${ACCOUNT}:table/t-${index}-*`],
  }));
  return { Version: '2012-10-17', Statement: statements };
});

function grant(index: number): AwsGrant {
  const document = sourced(policies[index % CLASSES] ?? {});
  const holders = { items: [`arn:aws:iam::${ACCOUNT}:role/r-${index}`], rest: null };
  return { ...base(`g-${index}`), kind: 'aws.grant', holderKind: 'aws.role', holders, policy: undefined, document };
}

const entities: Entity[] = Array.from({ length: principals }, (_, index) => [role(index), grant(index)]).flat();
let started = performance.now();
const world = new IamWorld(new Estate(entities), { catalogue: null });
console.log(`world of ${principals} roles: ${Math.round(performance.now() - started)} ms, ${world.classes.length} classes`);

const set = world.candidateSet(
  Array.from({ length: resources }, (_, index) => `arn:aws:s3:::b-${index % CLASSES}-${index % 20}/o-${index}`),
);
started = performance.now();
let runs = 0;
for (let action = 0; action < ACTIONS; action++)
  for (const principal of world.principals) runs += world.allowedOn(principal, `s3:Get${action}`, set).length;
console.log(
  `${ACTIONS} actions on ${set.arns.length} resources for everybody: ${Math.round(performance.now() - started)} ms, ${runs} runs`,
);

started = performance.now();
runs = 0;
for (const principal of world.principals) runs += world.allowedOn(principal, 'sts:AssumeRole', world.roleSet).length;
console.log(`who can become whom: ${Math.round(performance.now() - started)} ms, ${runs} pairs`);
console.log(`${Math.round(process.memoryUsage().rss / 1e6)} MB`);
