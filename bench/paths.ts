/**
 * The attack graph alone, without reading anything: `node bench/paths.ts [--nodes 100000] [--edges 1000000] [--sources 1024]`.
 * A skewed random AND/OR graph: one rule in four needs a second fact, one in two a setting. Prints Markdown.
 */
import { parseArgs } from 'node:util';
import type { Question, Source } from '../packages/engine/src/paths/graph/index.ts';
import { cheapestProofs, HornBuilder, isReached, leastFixSet, propagate, rankFixes } from '../packages/engine/src/paths/graph/index.ts';
import { restrictTo, sourceIn } from '../packages/engine/src/paths/graph/index.ts';

const { values } = parseArgs({
  options: { nodes: { type: 'string' }, edges: { type: 'string' }, sources: { type: 'string' } },
});
const nodes = Number(values.nodes ?? 100_000);
const edges = Number(values.edges ?? 1_000_000);
const sourceCount = Number(values.sources ?? 1024);

let state = 20_261_122;
/** A linear congruential generator: the same graph on every machine. */
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}
const skewed = () => Math.floor(random() ** 3 * nodes);
const even = () => Math.floor(random() * nodes);

const rows: string[] = [];
function timed<T>(name: string, run: () => T): T {
  const start = performance.now();
  const result = run();
  rows.push(`| ${name} | ${Math.round(performance.now() - start)} ms |`);
  return result;
}

const whole = performance.now();
const { builder, program } = timed(`facts and rules, indexes (${nodes} nodes, ${edges} rules)`, () => {
  const made = new HornBuilder();
  const facts = Array.from({ length: nodes }, (_, node) => made.fact(`controls:node-${node}`));
  const settings = Array.from({ length: nodes / 5 }, (_, setting) => made.axiom(`setting:${setting}`));
  for (let edge = 0; edge < edges; edge++) {
    const body = [facts[even()] ?? 0];
    if (random() < 0.25) body.push(facts[skewed()] ?? 0);
    if (random() < 0.5) body.push(settings[Math.floor(random() * settings.length)] ?? 0);
    made.rule(facts[skewed()] ?? 0, body, { weight: 1 + Math.floor(random() * 15) });
  }
  return { builder: made, program: made.build() };
});
const sources: Source[] = Array.from({ length: sourceCount }, () => [even()]);
const goals = Array.from({ length: 500 }, skewed);
timed('what 64 sources reach', () => propagate(program, sources.slice(0, 64)));
const reach = timed(`what ${sourceCount} sources reach`, () => propagate(program, sources));
const part = timed('the part that leads to 500 goals', () => restrictTo(program, goals, reach));
const pairs = sources
  .flatMap((source, index) => goals.flatMap((goal) => (isReached(reach, goal, index) ? [{ source, goal }] : [])))
  .filter((_, index, all) => index % Math.max(1, Math.floor(all.length / 20)) === 0)
  .slice(0, 20);
const questions: Question[] = pairs.map(({ source, goal }) => ({ source: sourceIn(part, source), goal: part.factOf(goal) ?? 0 }));
timed(`the cheapest derivation of ${questions.length} goals`, () => {
  for (const { source, goal } of questions) cheapestProofs(part.program, source, goal, { limit: 1 });
});
const single = questions.slice(0, 1).map(({ source, goal }) => cheapestProofs(part.program, source, goal, { limit: 1 })[0]?.rules.length);
timed('5 alternatives of one goal', () =>
  questions.slice(0, 1).map(({ source, goal }) => cheapestProofs(part.program, source, goal, { searches: 20 })),
);
const isSetting = (fact: number) => builder.key(part.facts[fact] ?? 0).startsWith('setting:');
timed('fixes ranked, 20 goals, 20 candidates', () => rankFixes(part.program, questions, { removable: isSetting, candidates: 20 }));
timed('least set of changes for 2 goals, 5 rounds', () =>
  leastFixSet(part.program, questions.slice(0, 2), { removable: isSetting, effort: 2000, rounds: 5 }),
);
const memory = process.memoryUsage();
console.log(`| phase | time |\n|---|---|\n${rows.join('\n')}\n| all | ${Math.round(performance.now() - whole)} ms |\n`);
console.log(
  `Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB (heap ${Math.round(memory.heapUsed / 2 ** 20)} MB). ` +
    `Part: ${part.program.factCount} facts, ${part.program.ruleCount} rules; first derivation: ${single[0] ?? 0} rules.`,
);
