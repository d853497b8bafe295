/**
 * Measures kumomori and, side by side on the same folders, the scanners named on the command line; prints Markdown.
 *
 *   node bench/run.ts [--sizes 10000,50000,200000] [--manifests 1000] [--plan-megabytes 100] [--runs 5] [--checkov PATH] [--trivy PATH] [--tfsec PATH]
 *                     [--peer-runs 3] [--peer-limit SECONDS] [--peer-max-lines N] [--dir DIR]... [--work DIR] [--output FILE]
 *
 * Runs alternate (A B A B), so that a busy minute hits all tools alike. Every run is a fresh process; the file cache is warm.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countLines } from './estate/root-module.ts';
import { writeEstate, writeManifests, writePlan } from './generate-estate.ts';
import { hasGnuTime, measure } from './measure.ts';
import type { Command, Sample } from './measure.ts';
import { scalingTable, scanTable, startTable } from './report.ts';
import type { Series, SizeResult } from './report.ts';
import { checkov, kumomori, tfsec, trivy } from './tools.ts';
import type { EstateKind, Tool } from './tools.ts';

const REPOSITORY = dirname(dirname(fileURLToPath(import.meta.url)));

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,50000,200000' },
    manifests: { type: 'string', default: '1000' },
    'plan-megabytes': { type: 'string', default: '100' },
    runs: { type: 'string', default: '5' },
    'peer-runs': { type: 'string', default: '3' },
    'peer-limit': { type: 'string', default: '1800' },
    'peer-max-lines': { type: 'string', default: '1000000' },
    checkov: { type: 'string' },
    trivy: { type: 'string' },
    tfsec: { type: 'string' },
    dir: { type: 'string', multiple: true, default: [] },
    work: { type: 'string', default: join(tmpdir(), 'kumomori-estates') },
    output: { type: 'string' },
  },
});

const runs = Number(values.runs);
const peerRuns = Number(values['peer-runs']);
const limitSeconds = Number(values['peer-limit']);

interface Folder {
  readonly kind: EstateKind;
  readonly title: string;
  readonly path: string;
  readonly lines: number;
  readonly files: number;
  readonly bytes: number;
}

async function main(): Promise<void> {
  const ours = kumomori(REPOSITORY);
  const peers = [
    { name: 'checkov', path: values.checkov, make: checkov },
    { name: 'trivy', path: values.trivy, make: trivy },
    { name: 'tfsec', path: values.tfsec, make: tfsec },
  ];
  const given = peers.flatMap(({ path, make }) => (path === undefined ? [] : [make(path)]));
  const missing = peers.filter(({ path }) => path === undefined).map(({ name }) => name);
  const versions = await versionsOf([ours.tool, ...given]);
  const sections = [header(ours.note, missing), await startUp(ours.tool)];
  const results: SizeResult[] = [];
  const measured = folders();
  for (const folder of measured) {
    const peersHere = given.filter(({ kinds }) => kinds.includes(folder.kind) && folder.lines <= Number(values['peer-max-lines']));
    const result = {
      title: folder.title,
      lines: folder.lines,
      files: folder.files,
      megabytes: folder.bytes / 1e6,
      series: await compare([ours.tool, ...peersHere], folder, versions),
    };
    if (folder.kind === 'terraform') results.push(result);
    sections.push(scanTable(result));
  }
  if (results.length > 1) sections.push(scalingTable(results));
  sections.push(await throughput('parse-throughput.ts', []));
  const terraform = measured.filter(({ kind }) => kind === 'terraform');
  const middle = terraform.find(({ lines }) => lines > 40_000) ?? terraform[0];
  if (middle !== undefined) sections.push(await throughput('evaluate-throughput.ts', [middle.path]));
  const text = `${sections.join('\n')}\nload average at the end: ${loads()}\n`;
  if (values.output !== undefined) writeFileSync(values.output, text);
  process.stdout.write(text);
}

function header(note: string, missing: readonly string[]): string {
  const cpu = cpus();
  const facts = [
    `date: ${new Date().toISOString()}`,
    `machine: ${cpu.length} × ${cpu[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 1e9).toFixed(0)} GB, Linux ${release()}, Node ${process.versions.node}`,
    `kumomori: ${note}`,
    `load average at the start: ${loads()}`,
    ...(missing.length > 0 ? [`not measured, because no path was given: ${missing.join(', ')}`] : []),
    ...(hasGnuTime() ? [] : ['CPU and memory not measured: /usr/bin/time is missing (Debian package `time`)']),
  ];
  return `## Bench\n\n${facts.map((fact) => `- ${fact}`).join('\n')}\n`;
}

function loads(): string {
  return loadavg()
    .map((load) => load.toFixed(2))
    .join(' ');
}

function folders(): readonly Folder[] {
  const sizes = values.sizes === '' ? [] : values.sizes.split(',').map(Number);
  const made = sizes.map((lines) => {
    const path = join(values.work, `estate-${lines}`);
    const written = writeEstate(path, { lines });
    return { kind: 'terraform' as const, title: linesTitle(written.lines), path, ...written };
  });
  const manifests = Number(values.manifests);
  const megabytes = Number(values['plan-megabytes']);
  return [
    ...made,
    ...(manifests > 0 ? [manifestFolder(manifests)] : []),
    ...(megabytes > 0 ? [planFolder(megabytes)] : []),
    ...values.dir.map((path) => sizeOf(path)),
  ];
}

function linesTitle(lines: number): string {
  return `${lines.toLocaleString('en')} lines`;
}

function manifestFolder(count: number): Folder {
  const path = join(values.work, `manifests-${count}`);
  const title = `${count.toLocaleString('en')} Kubernetes manifests`;
  return { kind: 'kubernetes', title, path, ...writeManifests(path, count) };
}

function planFolder(megabytes: number): Folder {
  const path = join(values.work, `plan-${megabytes}`);
  return { kind: 'plan', title: `plan of ${megabytes} MB`, path, lines: 1, files: 1, bytes: writePlan(path, megabytes * 1e6) };
}

/** Terraform files of a folder given by the user. */
function sizeOf(folder: string): Folder {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(tf|tofu|tfvars)$/.test(path));
  const files = paths.map((path) => join(folder, path)).filter((path) => statSync(path).isFile());
  const texts = files.map((path) => readFileSync(path, 'utf8'));
  const lines = texts.reduce((sum, text) => sum + countLines(text), 0);
  return {
    kind: 'terraform',
    title: linesTitle(lines),
    path: folder,
    files: files.length,
    lines,
    bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  };
}

async function versionsOf(tools: readonly Tool[]): Promise<ReadonlyMap<string, string>> {
  const versions = new Map<string, string>();
  for (const tool of tools) {
    const { stdout, stderr } = await measure(tool.version, 60);
    const said = (stdout + stderr).trim();
    versions.set(tool.name, /\d+\.\d+[\w.-]*/.exec(said)?.[0] ?? 'development build');
  }
  return versions;
}

async function startUp(tool: Tool): Promise<string> {
  const checks: Command = { ...tool.version, args: [...tool.version.args.slice(0, -1), 'checks'] };
  const rows = [
    { command: 'node -e 0', run: { program: process.execPath, args: ['-e', '0'] } },
    { command: 'kumomori --version', run: tool.version },
    { command: 'kumomori checks', run: checks },
  ].map(({ command, run }) => ({ command, run, samples: [] as Sample[] }));
  for (let round = 0; round < Math.max(runs, 9); round++) {
    for (const row of rows) row.samples.push(await measure(row.run, 60));
  }
  return startTable(rows);
}

async function compare(tools: readonly Tool[], folder: Folder, versions: ReadonlyMap<string, string>): Promise<readonly Series[]> {
  const samples = new Map<string, Sample[]>(tools.map((tool) => [tool.name, []]));
  const trouble = new Map<string, string>();
  for (let round = 0; round < Math.max(runs, peerRuns); round++) {
    for (const tool of tools) {
      if (trouble.has(tool.name) || round >= (tool.name === 'kumomori' ? runs : peerRuns)) continue;
      process.stderr.write(`${folder.title}, run ${round + 1}, ${tool.name} …`);
      const sample = await measure(tool.scan(folder.path, folder.kind), limitSeconds);
      process.stderr.write(` ${sample.wallSeconds.toFixed(2)} s\n`);
      const problem = problemOf(tool, sample);
      if (problem === null) samples.get(tool.name)?.push(sample);
      else trouble.set(tool.name, problem);
    }
  }
  return tools.map((tool) => {
    const own = samples.get(tool.name) ?? [];
    const failures = failuresOf(tool, own[0]);
    return { tool: tool.name, version: versions.get(tool.name) ?? '?', samples: own, failures, trouble: trouble.get(tool.name) ?? null };
  });
}

function problemOf(tool: Tool, { exitCode, wallSeconds, stderr }: Sample): string | null {
  if (exitCode === null) return `stopped after ${wallSeconds.toFixed(0)} s`;
  if (tool.exitCodes.includes(exitCode)) return null;
  return `failed with exit code ${exitCode}: ${(stderr.trim().split('\n').at(-1) ?? '').slice(0, 120).replaceAll('|', '\\|')}`;
}

function failuresOf(tool: Tool, sample: Sample | undefined): number | null {
  try {
    return sample === undefined ? null : tool.failures(JSON.parse(sample.stdout));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** In-process rates, each measured by a script of its own: parsing on its own texts, evaluation on the middle estate. */
async function throughput(script: string, args: readonly string[]): Promise<string> {
  const path = join(REPOSITORY, 'bench', script);
  if (!existsSync(path)) return `### ${script}\n\nnot measured\n`;
  const { stdout, stderr, exitCode } = await measure({ program: process.execPath, args: [path, ...args] }, 600);
  return `### ${script}\n\n\`\`\`text\n${(exitCode === 0 ? stdout : stderr).trim()}\n\`\`\`\n`;
}

await main();
