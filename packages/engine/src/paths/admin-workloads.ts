/** Applications whose role is administrator: whoever finds one bug in them has the account. */
import type { Entry, Goal } from './ends.ts';
import type { Compiled, Found } from './tell.ts';
import { waysOfOthers } from './search.ts';

/** What runs applications in AWS. Pipelines and stacks are made to change everything. */
const RUNS_APPLICATIONS = [
  'aws.ec2.instance',
  'aws.autoscaling.group',
  'aws.lambda.function',
  'aws.ecs.task',
  'aws.ecs.service',
  'aws.apprunner.service',
  'aws.elasticbeanstalk.environment',
  'aws.sagemaker.notebook',
];

/** Once for each role; other workloads that run as it are named with the first. O(workloads). */
export function adminWorkloads(compiled: Compiled, goals: readonly Goal[]): readonly Found[] {
  const { world, facts } = compiled;
  const byRole = new Map<string, Entry[]>();
  for (const { id, node, kind, account, identities } of world.inputs.workloads) {
    const role = identities.find((each) => world.principals.get(each)?.isAdmin === true);
    const fact = facts.find('run', id);
    if (role === undefined || fact === undefined || !RUNS_APPLICATIONS.includes(kind)) continue;
    const entry: Entry = { kind: 'workload', id, node, fact, isPrincipal: false, accessClass: null, isAdmin: false, account };
    byRole.set(role, [...(byRole.get(role) ?? []), entry]);
  }
  const firsts = [...byRole.values()].flatMap((same) => {
    const [first, ...others] = same.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return first ? [{ first, others: others.map(({ node }) => node) }] : [];
  });
  const others = new Map(firsts.map((each) => [each.first, each.others]));
  return waysOfOthers(compiled, { entries: [...others.keys()], goals, retracted: null })
    .filter(({ entry, goal }) => entry.account === goal.account)
    .map((found) => ({ ...found, alsoFrom: [...(others.get(found.entry) ?? [])].toSorted() }));
}
