/**
 * In-process times of the phases of a scan, and how many checks are decided in a second: `node bench/evaluate-throughput.ts DIR`.
 * One cold pass (what a user gets) and two warm ones (what the code can do); no output is formatted, no finding grouped.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../packages/content/src/index.ts';
import { evaluateCheck } from '../packages/engine/src/index.ts';
import type { Resource } from '../packages/model/src/index.ts';
import { normalizeCode, resourceReaders } from '../packages/model/src/index.ts';
import { evaluateTerraform } from '../packages/parsers/src/terraform/index.ts';

interface Pass {
  readonly readMs: number;
  readonly evaluateMs: number;
  readonly normalizeMs: number;
  readonly checkMs: number;
  readonly blocks: number;
  readonly resources: number;
  readonly verdicts: number;
}

function readFolder(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(tf|tofu|tfvars|json)$/.test(path));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function pass(folder: string): Pass {
  const marks = [performance.now()];
  const files = readFolder(folder);
  marks.push(performance.now());
  const { roots } = evaluateTerraform({
    root: folder,
    paths: [...files.keys()],
    read: (path) => {
      const text = files.get(path);
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
  });
  marks.push(performance.now());
  const resources = roots.flatMap((root) => normalizeCode(root, resourceReaders));
  marks.push(performance.now());
  const verdicts = decide(resources);
  marks.push(performance.now());
  const [readMs = 0, evaluateMs = 0, normalizeMs = 0, checkMs = 0] = marks.slice(1).map((mark, index) => mark - (marks[index] ?? 0));
  const blocks = roots.reduce((sum, root) => sum + root.resources.length, 0);
  return { readMs, evaluateMs, normalizeMs, checkMs, blocks, resources: resources.length, verdicts };
}

function decide(resources: readonly Resource[]): number {
  const byKey = new Map(resources.map((resource) => [resource.key, resource]));
  const byType = Map.groupBy(checks, ({ check }) => check.on as string);
  let verdicts = 0;
  for (const resource of resources) {
    for (const { check } of byType.get(resource.type) ?? []) {
      evaluateCheck(check, resource, { lookup: (key) => byKey.get(key) });
      verdicts++;
    }
  }
  return verdicts;
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: node bench/evaluate-throughput.ts DIR');
  process.exitCode = 2;
} else {
  for (const name of ['cold', 'warm', 'warm']) {
    const { readMs, evaluateMs, normalizeMs, checkMs, blocks, resources, verdicts } = pass(folder);
    const times = `read ${readMs.toFixed(0)} ms, parse and evaluate ${evaluateMs.toFixed(0)} ms, normalize ${normalizeMs.toFixed(0)} ms, check ${checkMs.toFixed(0)} ms`;
    const rate = Math.round(verdicts / (checkMs / 1000)).toLocaleString('en');
    console.log(`${name}: ${times}; ${blocks} blocks, ${resources} resources, ${verdicts} verdicts, ${rate} verdicts/s`);
  }
  console.log(`peak memory ${((process.resourceUsage().maxRSS * 1024) / 1e6).toFixed(0)} MB`);
}
