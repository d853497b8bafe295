/** The scanners a bench run compares: how each is called on a folder, and how many failures its own output counts. */
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from './measure.ts';

/** What lies in a measured folder; each tool is asked for that alone. */
export type EstateKind = 'terraform' | 'kubernetes' | 'plan';

export interface Tool {
  readonly name: string;
  readonly version: Command;
  readonly kinds: readonly EstateKind[];
  /** Scans the folder, JSON to stdout. */
  readonly scan: (folder: string, kind: EstateKind) => Command;
  /** Failed verdicts in that JSON; null when the text is something else. A sanity figure: the tools have different check sets. */
  readonly failures: (json: unknown) => number | null;
  /** Anything else is a failed run. */
  readonly exitCodes: readonly number[];
}

/** A node of parsed JSON, walked without trust in its shape. */
function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function count(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/**
 * kumomori as a user installs it: launcher and bundle staged outside the repository (inside it the launcher runs the sources).
 * Without a build the sources are measured; `note` then says so.
 */
export function kumomori(repository: string): { readonly tool: Tool; readonly note: string } {
  const built = join(repository, 'dist/package');
  const isBuilt = existsSync(join(built, 'dist/cli.js'));
  const launcher = isBuilt ? join(stage(built), 'bin/kumomori.js') : join(repository, 'packages/app/bin/kumomori.js');
  const run = (...args: readonly string[]): Command => ({ program: process.execPath, args: [launcher, ...args] });
  return {
    tool: {
      name: 'kumomori',
      kinds: ['terraform', 'kubernetes', 'plan'],
      version: run('--version'),
      scan: (folder) => run('scan', folder, '--format', 'json', '--quiet'),
      failures: (json) => count(field(field(json, 'summary'), 'fail')),
      exitCodes: [0, 1],
    },
    note: isBuilt ? 'the built package' : 'the sources (no dist/package; run npm run build first for comparable figures)',
  };
}

/** A copy, so that a build during the measurement changes nothing. */
function stage(built: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-stage-'));
  cpSync(built, folder, { recursive: true });
  return folder;
}

const CHECKOV_FRAMEWORK: Readonly<Record<EstateKind, string>> = {
  terraform: 'terraform',
  kubernetes: 'kubernetes',
  plan: 'terraform_plan',
};

/** Checkov on one framework alone, without its platform. */
export function checkov(program: string): Tool {
  return {
    name: 'checkov',
    kinds: ['terraform', 'kubernetes', 'plan'],
    version: { program, args: ['--version'] },
    scan: (folder, kind) => ({
      program,
      args: ['--directory', folder, '--framework', CHECKOV_FRAMEWORK[kind], '--output', 'json', '--quiet', '--compact', '--skip-download'],
      env: { LOG_LEVEL: 'ERROR' },
    }),
    failures: (json) => count(field(field(json, 'summary'), 'failed')),
    exitCodes: [0, 1],
  };
}

/** Trivy's misconfiguration scanner with the checks built into the binary: no network, no version check. */
export function trivy(program: string): Tool {
  return {
    name: 'trivy',
    kinds: ['terraform', 'kubernetes'],
    version: { program, args: ['--version'] },
    scan: (folder, kind) => ({
      program,
      args: [
        'config',
        '--quiet',
        '--skip-check-update',
        '--skip-version-check',
        '--misconfig-scanners',
        kind,
        '--timeout',
        '60m',
        '--format',
        'json',
        folder,
      ],
    }),
    failures: (json) =>
      list(field(json, 'Results')).reduce<number>(
        (sum, result) => sum + (count(field(field(result, 'MisconfSummary'), 'Failures')) ?? 0),
        0,
      ),
    exitCodes: [0, 1],
  };
}

export function tfsec(program: string): Tool {
  return {
    name: 'tfsec',
    kinds: ['terraform'],
    version: { program, args: ['--version'] },
    scan: (folder) => ({ program, args: [folder, '--format', 'json', '--no-color', '--soft-fail'] }),
    failures: (json) => list(field(json, 'results')).length,
    exitCodes: [0, 1],
  };
}
