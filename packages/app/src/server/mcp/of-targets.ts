/** Answers about folders of code and snapshots: scanned in this process, kept in memory until the next scan. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '@kumomori/model';
import { isRecord, severities } from '@kumomori/model';
import { AppError } from '../../errors.ts';
import type { JudgedFinding, JudgedResult, SeenResource } from '../../use-cases/index.ts';
import {
  JUDGED_FILES,
  explainId,
  findAttackPaths,
  judgeSource,
  listHunts,
  messagesIn,
  openOwnChecks,
  queryTheLake,
  whoCan,
} from '../../use-cases/index.ts';
import type { Answers, AskedFindings, AskedPage, AskedPaths, AskedResources } from './answers.ts';

export interface TargetOptions {
  readonly targets: readonly string[];
  readonly cwd: string;
  readonly language: Language;
  readonly now: () => Date;
  readonly lake: string | null;
  readonly people: string | null;
}

/** Seconds and megabytes that one question to the lake may take. */
const QUERY = { timeoutSeconds: 30, memoryMb: 500 } as const;

interface Judged {
  readonly result: JudgedResult;
  readonly findings: readonly JudgedFinding[];
  readonly resources: readonly SeenResource[];
}

/** Throws AppErrors for TARGETs that cannot be scanned; otherwise the first scan is done. */
export async function answersOfTargets(options: TargetOptions): Promise<Answers> {
  const { targets, cwd, language, lake } = options;
  const texts = messagesIn(language).mcp;
  let judged = await judge(options);
  let paths: Promise<PathsReport> | null = null;
  const pathsOnce = (): Promise<PathsReport> => (paths ??= findAttackPaths(options));
  return {
    overview: async () => overviewOf(judged, targets),
    findings: async (asked) => pageOf(matchingFindings(judged.findings, asked), asked, (each) => listedFinding(each, language)),
    finding: async (id) => {
      const found = judged.findings.find(({ fingerprint }) => fingerprint === id);
      if (!found) throw new AppError('unknown-id', { message: texts.noFinding(id) });
      return {
        ...found,
        title: found.title[language],
        message: found.message[language],
        fix: { ...found.fix, summary: found.fix.summary[language] },
      };
    },
    resources: async (asked) => pageOf(matchingResources(judged.resources, asked), asked, (each) => each),
    whoCan: (asked) => whoCan({ ...asked, targets, cwd, language }),
    paths: async (asked) => pathsAnswer(await pathsOnce(), asked, texts.noPath),
    explain: async (id) => {
      const { catalogue } = await openOwnChecks({ targets, cwd, language, checkFolders: [] });
      return explainId(id, { language, cwd, catalogue });
    },
    query:
      lake === null
        ? null
        : ({ parameters, ...asked }) =>
            queryTheLake({ ...asked, ...QUERY, lake, cwd, language, parameters: new Map(Object.entries(parameters)) }),
    hunts: lake === null ? null : () => listHunts(language),
    scanAgain: async () => {
      judged = await judge(options);
      paths = null;
      return overviewOf(judged, targets);
    },
    ...{ comment: null, acknowledge: null },
    close: async () => undefined,
  };
}

/** As a server judges a source; credentials are masked in what it writes. */
async function judge({ targets, cwd, now, people }: TargetOptions): Promise<Judged> {
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-mcp-'));
  try {
    const output = join(folder, 'judged');
    const result = await judgeSource({
      ...{ targets, cwd, output, temporaryFolder: folder, configFile: null, paths: true, people, now },
      onProgress: () => undefined,
    });
    return {
      result,
      findings: lines(join(output, JUDGED_FILES.findings)),
      resources: lines(join(output, JUDGED_FILES.resources)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lines that our own process wrote a moment ago: their type is what it wrote. */
function lines(file: string) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

function overviewOf({ result, findings }: Judged, targets: readonly string[]): unknown {
  const { startedAt, finishedAt, summary, coverage, unreadable, frameworks } = result;
  return {
    ...{ targets, startedAt, finishedAt, summary, findings: findings.length },
    notAssessed: { gaps: coverage, unreadable },
    frameworks: frameworks.map((each) => (isRecord(each) ? { ...each, controls: undefined } : each)),
  };
}

function matchingFindings(findings: readonly JudgedFinding[], asked: AskedFindings): readonly JudgedFinding[] {
  const { severity, check, account, state, text, department } = asked;
  // Without a server nothing has a department or an owner.
  if (department.length > 0) return [];
  const words = wordsOf(text);
  return findings
    .filter(
      (each) =>
        (severity.length === 0 || severity.includes(each.severity)) &&
        (check.length === 0 || check.includes(each.checkId)) &&
        (account.length === 0 || account.includes(each.resource.account ?? '')) &&
        (state.length === 0 || state.includes(each.status)) &&
        hasWords(words, [
          each.checkId,
          each.resource.id,
          each.resource.name,
          each.title.en,
          each.title.ja,
          each.message.en,
          each.message.ja,
        ]),
    )
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || riskOf(b) - riskOf(a));
}

function riskOf({ instances: [instance] }: JudgedFinding): number {
  return instance?.risk?.score ?? -1;
}

function listedFinding(finding: JudgedFinding, language: Language): unknown {
  const { fingerprint, checkId, severity, status, resource, origin, title, message } = finding;
  const { type, id, name, provider, account, region } = resource;
  const [instance] = finding.instances;
  return {
    ...{ id: fingerprint, checkId, severity, status, title: title[language], message: message[language] },
    ...{ resource: { type, id, name, provider, account, region }, file: origin.file, line: origin.startLine },
    ...{ risk: instance?.risk?.score ?? null, exposure: instance?.exposure?.state ?? null },
  };
}

function matchingResources(resources: readonly SeenResource[], { type, account, text }: AskedResources): readonly SeenResource[] {
  const words = wordsOf(text);
  return resources.filter(
    (each) =>
      (type.length === 0 || type.includes(each.type)) &&
      (account.length === 0 || account.includes(each.account ?? '')) &&
      hasWords(words, [each.type, each.address, each.name, ...Object.entries(each.tags).flat()]),
  );
}

function wordsOf(text: string | null): readonly string[] {
  return (text ?? '')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

function hasWords(words: readonly string[], texts: readonly string[]): boolean {
  const all = texts.join('\n').toLowerCase();
  return words.every((word) => all.includes(word));
}

/** `after` is how many came before: a scan does not change between two pages unless somebody asks for another. */
function pageOf<Item>(items: readonly Item[], { limit, after }: AskedPage, told: (item: Item) => unknown): object {
  const begin = Math.max(0, Number.parseInt(after ?? '0', 10) || 0);
  const end = begin + limit;
  return { total: items.length, items: items.slice(begin, end).map(told), next: end < items.length ? String(end) : null };
}

type PathsReport = Awaited<ReturnType<typeof findAttackPaths>>;

function pathsAnswer(report: PathsReport, asked: AskedPaths, missing: (id: string) => string): unknown {
  const { id } = asked;
  if (id === null)
    return {
      summary: report.summary,
      ...pageOf(report.paths, asked, listedPath),
    };
  const path = report.paths.find((each) => each.id === id);
  if (!path) throw new AppError('unknown-id', { message: missing(id) });
  const named = new Set(path.steps.flatMap(({ from, to }) => [from, to]));
  return { path, nodes: Object.fromEntries(Object.entries(report.nodes).filter(([name]) => named.has(name))) };
}

function listedPath({ id, query, title, severity, score, entry, goal, steps, fixes, alternatives }: PathsReport['paths'][number]): unknown {
  const way = [...steps.map(({ from }) => from), steps.at(-1)?.to ?? ''];
  return { id, query, title, severity, score, entry, goal, way, fixes: fixes.map(({ summary }) => summary), alternatives };
}
