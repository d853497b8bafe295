/**
 * What the shipped hunts cost over a lake: `node bench/hunts.ts LAKE [CLI] [HUNT…]`. Each is a process of its own; CPU seconds (user and system), peak
 * memory, rows. `SELECT 1` and a count come first: what every question pays. Without a CLI the source is run; give the built one for figures.
 */
import { fileURLToPath } from 'node:url';
import { measure } from './measure.ts';

const SOURCE = fileURLToPath(new URL('../packages/app/src/cli/main.ts', import.meta.url));
const [, , lake = 'lake', cli = SOURCE, ...only] = process.argv;

const listed = await measure({ program: process.execPath, args: [cli, 'lake', 'hunts', '--format', 'json'] }, 60);
const ids = (JSON.parse(listed.stdout) as readonly { readonly id: string }[]).map(({ id }) => id);
const costs: { readonly question: string; readonly cpu: number }[] = [];
for (const question of only.length > 0 ? only : ['SELECT 1', 'SELECT count(*) FROM events', ...ids]) {
  const args = [cli, 'lake', 'query', question, '--lake', lake, '--format', 'json'];
  const { cpuSeconds, peakMb, exitCode, stdout, stderr, load } = await measure({ program: process.execPath, args }, 600);
  if (exitCode !== 0) throw new Error(`${question} ended with ${exitCode}: ${stderr}`);
  const { rows } = JSON.parse(stdout) as { readonly rows: readonly unknown[] };
  const cpu = cpuSeconds ?? Number.NaN;
  costs.push({ question, cpu });
  console.log(`${question}: ${cpu.toFixed(2)} s CPU, ${peakMb?.toFixed(0)} MB, ${rows.length} rows (load ${load.toFixed(1)})`);
}
const slow = costs.filter(({ cpu }) => cpu > 1).sort((a, b) => b.cpu - a.cpu);
console.log(`over 1 s of CPU: ${slow.length === 0 ? 'none' : slow.map(({ question, cpu }) => `${question} ${cpu.toFixed(2)}`).join(', ')}`);
