/**
 * A source that the server watches → files that it takes into its database: findings and resources line by line, analyses as documents. It runs in a
 * process of its own, so that a long scan keeps nobody waiting and can be ended.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Findings, Resource } from '@kumomori/model';
import { maskCredentials, startLine } from '@kumomori/model';
import { analyzePaths, reportOf } from './find-paths.ts';
import type { FindPathsOptions } from './find-paths.ts';
import type { CodeFrame, JudgedFinding, JudgedResult, SeenResource } from './judged-source.ts';
import { JUDGED_FILES } from './judged-source.ts';
import { plainFields } from './plain-fields.ts';
import { scanLarge } from './scan-code.ts';
import type { ScanProgress, ScanResult } from './scan-options.ts';

/** Lines shown before and after the one that decided. */
const AROUND = 4;
const MAX_FRAMES = 3;
const PIECE = 1 << 16;

export interface JudgeOptions {
  /** Folders of code and snapshots. */
  readonly targets: readonly string[];
  readonly cwd: string;
  /** Folder for what is written, made when missing. */
  readonly output: string;
  readonly temporaryFolder: string;
  readonly configFile: string | null;
  /** Also attack paths and exposure; findings then carry their risk. */
  readonly paths: boolean;
  /** CSV or JSON of people with the day they left. */
  readonly people: string | null;
  readonly now: () => Date;
  readonly onProgress: (progress: ScanProgress) => void;
}

/** Throws AppErrors for what the operator has to correct. */
export async function judgeSource(options: JudgeOptions): Promise<JudgedResult> {
  const { targets, cwd, now, output, paths, people } = options;
  mkdirSync(output, { recursive: true });
  const shared = { targets, cwd, now, language: 'en', configFile: options.configFile, people } as const;
  const resources = new LineFile(join(output, JUDGED_FILES.resources));
  let seen = 0;
  const observer = {
    target: () => {},
    verdict: () => {},
    resource: (resource: Resource, origin: { shown: (path: string) => string }) => {
      seen += 1;
      resources.write(seenResource(resource, origin.shown(resource.origin.range.source.path)));
    },
  };
  const space = { folder: options.temporaryFolder };
  const scan = await scanLarge({ ...shared, paths, observer, onProgress: options.onProgress }, space);
  try {
    resources.close();
    const findings = new LineFile(join(output, JUDGED_FILES.findings));
    for (const finding of scan.report.findings) findings.write(judgedFinding(finding, scan));
    findings.close();
    if (paths) await writePaths(output, shared);
    const { summary, coverage, diagnostics, frameworks, startedAt, finishedAt } = scan.report;
    const result: JudgedResult = {
      ...{ startedAt, finishedAt, summary, coverage, diagnostics, frameworks, resources: seen },
      ...{ checks: [...scan.ranChecks].toSorted(), unreadable: scan.unreadable },
    };
    writeFileSync(join(output, JUDGED_FILES.result), JSON.stringify(result));
    return result;
  } finally {
    scan.close();
  }
}

/** Found once, told in both languages. */
async function writePaths(output: string, options: FindPathsOptions): Promise<void> {
  const started = options.now();
  const analysis = await analyzePaths(options);
  writeFileSync(join(output, JUDGED_FILES.paths), JSON.stringify(reportOf(analysis, options, started)));
  const japanese = reportOf(analysis, { ...options, language: 'ja' }, started);
  writeFileSync(join(output, JUDGED_FILES.pathsInJapanese), JSON.stringify(japanese));
}

function seenResource(resource: Resource, file: string): SeenResource {
  const { type, provider, name, origin, account, region, tags } = resource;
  return {
    ...{ type, provider, name: maskCredentials(name), account, region, tags, address: origin.address, kind: origin.kind },
    ...{ shape: plainFields(resource), place: { file, line: startLine(origin.range) } },
  };
}

/** Texts stay in both languages: who reads the finding chooses. */
function judgedFinding(finding: Finding, scan: ScanResult<Findings>): JudgedFinding {
  const { fixAt, ...rest } = finding;
  return { ...rest, fixLine: fixAt ? startLine(fixAt) : null, frames: framesOf(finding, scan) };
}

function framesOf({ evidence, origin }: Finding, { linesOf, relativeToTarget, answerAt }: ScanResult<Findings>): readonly CodeFrame[] {
  const places = evidence.flatMap(({ file, line }) => (file !== null && line !== null ? [{ file, line }] : []));
  const wanted = places.length > 0 ? places : [{ file: origin.file, line: origin.startLine }];
  const frames = new Map<string, CodeFrame>();
  for (const { file, line } of wanted) {
    if (
      frames.size >= MAX_FRAMES ||
      [...frames.values()].some((each) => each.file === file && line >= each.from && line < each.from + each.lines.length)
    )
      continue;
    const answer = answerAt(file, line);
    const lines = answer ? null : linesOf(file);
    if (!answer && !lines) continue;
    const from = Math.max(1, line - AROUND);
    frames.set(`${file}:${line}`, {
      ...{ file: relativeToTarget(file, origin.target), line, from, answer },
      lines: (lines ?? []).slice(from - 1, line + AROUND),
    });
  }
  return [...frames.values()];
}

/** Written in pieces: what is large is never in memory as a whole. */
class LineFile {
  readonly #handle: number;
  #waiting: string[] = [];
  #size = 0;

  constructor(file: string) {
    this.#handle = openSync(file, 'w', 0o600);
  }

  write(value: unknown): void {
    const line = `${JSON.stringify(value)}\n`;
    this.#waiting.push(line);
    this.#size += line.length;
    if (this.#size >= PIECE) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#handle);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting.join(''));
    for (let at = 0; at < bytes.length;) at += writeSync(this.#handle, bytes, at);
    this.#waiting = [];
    this.#size = 0;
  }
}
