/** `node scripts/test-check.ts [ID-PREFIX…]`: examples and invariants of some checks, for whoever writes one. */
import { generate } from './generate.ts';

generate();
const { checks } = await import('@kumomori/content');
const { testCheck } = await import('../packages/app/src/use-cases/test-checks.ts');
const prefixes = process.argv.slice(2);
let bad = 0;
for (const entry of checks.filter(({ id }) => prefixes.length === 0 || prefixes.some((prefix) => id.startsWith(prefix)))) {
  const problems = testCheck(entry);
  if (problems.length > 0) bad++;
  console.log(problems.length === 0 ? `ok   ${entry.id}` : `FAIL ${entry.id}\n${problems.map((problem) => `     ${problem}`).join('\n')}`);
}
process.exitCode = bad === 0 ? 0 : 1;
