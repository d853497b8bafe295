/** Ways of the clouds other than AWS as rules. */
import type { Rules } from './escalation.ts';
import type { PathWay } from './inputs.ts';

const REASONS = { has: 'become', run: 'control', admin: 'own', read: 'control' } as const;

/** A way of which nobody in the estate has a permission is no rule. */
export function addWays(rules: Rules): void {
  const { world, facts } = rules;
  for (const way of world.inputs.ways ?? []) {
    const needed = neededFor(rules, way);
    if (needed === undefined) continue;
    const { id, title, edge, from, to, condition, setting, evidence } = way;
    const before = from === null ? [] : [facts.fact(from.fact, from.id)];
    facts.rule(facts.fact(to.fact, to.id), [...before, ...needed], {
      ...{ edge, escalation: id, conditions: [condition], settings: [setting], evidence },
      reason: { id: REASONS[to.fact], args: [id, title, world.nodeOf(to.id)] },
    });
  }
}

function neededFor({ world, capabilities }: Rules, { needs }: PathWay): readonly number[] | undefined {
  const found: number[] = [];
  for (const { action, kind, object } of needs) {
    const things = world.askedThings(kind);
    const objects = things.length > 0 ? things : world.askedStores(kind);
    const asked = world.oneOf(objects, object);
    const fact = asked && capabilities.possible(action, asked, objects);
    if (fact === undefined) return undefined;
    found.push(fact);
  }
  return found;
}
