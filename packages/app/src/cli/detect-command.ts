/** `kumomori detect LOGS… [--rules …]`, `kumomori detect rules [--rules …]` */
import { SIGMA_LEVELS } from '@kumomori/model';
import type { SigmaLevel } from '@kumomori/model';
import { detectEvents, listRules, toJson } from '../use-cases/index.ts';
import type { DetectOptions, MatchRow } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import type { OutputRequest } from './common-options.ts';
import { addCommonOptions, collectOne, oneOf } from './common-options.ts';
import { followDetect } from './detect-follow.ts';
import { addFollowOptions, addSourceOptions, FOLLOW_SECONDS, sourcesOf } from './source-options.ts';
import { incidentCsv, incidentLine, incidentTable, matchCsv, matchCsvHead, matchLine, matchTable, rulesTable } from './detect-text.ts';
import type { CliContext } from './program.ts';
import { writeResult } from './write.ts';

interface DetectFlags {
  readonly rules?: readonly string[];
  readonly withOwn?: boolean;
  readonly incidents?: boolean;
  readonly minLevel?: SigmaLevel;
  readonly failOn?: SigmaLevel | 'none';
  readonly placeholders?: string;
  readonly intel?: string;
  readonly workers?: number;
  readonly limit?: number;
  readonly behavior?: boolean;
  readonly behaviorSettings?: string;
  readonly people?: string;
  readonly snapshot?: string;
  readonly geoip?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly endpointUrl?: string;
  readonly region?: string;
  readonly follow?: boolean;
  readonly interval?: number;
  readonly lateness?: number;
}

const DEFAULT_LIMIT = 50;
/** CloudTrail delivers within 15 minutes, mostly within 5. */
const LATENESS_MINUTES = 15;
/** Each piece costs a call of the system. */
const PIECE = 64 * 1024;

export function addDetectCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.detect.cli;
  const command = program.subcommand('detect');
  const number = (option: string) => (value: string) => {
    if (!/^\d{1,6}$/.test(value)) throw usage(messages.cli.notANumber(option, value));
    return Number(value);
  };
  command.description(texts.description).argument('[logs...]', texts.logs);
  command
    .option('--rules <PATH>', texts.rules, collectOne)
    .option('--with-own', texts.withOwn)
    .option('--incidents', texts.incidents)
    .option('--min-level <LEVEL>', texts.minLevel, oneOf('--min-level', SIGMA_LEVELS, messages))
    .option('--fail-on <LEVEL>', texts.failOn, oneOf('--fail-on', [...SIGMA_LEVELS, 'none'] as const, messages))
    .option('--intel <DIR>', messages.intel.cli.detectIntel)
    .option('--placeholders <FILE>', texts.placeholders)
    .option('--workers <NUMBER>', texts.workers, number('--workers'))
    .option('--limit <NUMBER>', texts.limit, number('--limit'))
    .option('--behavior', texts.behavior)
    .option('--no-behavior', texts.noBehavior)
    .option('--behavior-settings <FILE>', texts.behaviorSettings)
    .option('--people <FILE>', texts.people)
    .option('--snapshot <DIR>', texts.snapshot)
    .option('--geoip <FILE>', texts.geoip, collectOne);
  addSourceOptions(command, messages);
  addFollowOptions(command, messages);
  command.option('--lateness <MINUTES>', texts.lateness, number('--lateness'));
  command.option('--until <DAY>', texts.until);
  const common = addCommonOptions(command, ['table', 'json', 'jsonl', 'csv'], messages);
  command.action(async (logs: string[]) => {
    const flags = command.opts<DetectFlags>();
    const {
      rules = [],
      withOwn = false,
      minLevel = 'informational',
      failOn = 'high',
      placeholders = null,
      workers = null,
      limit = DEFAULT_LIMIT,
    } = flags;
    if (logs.length === 0) throw usage(messages.detect.needsLogs);
    const { outputs, quiet } = common(language);
    const stdin = logs.includes('-') ? (environment.stdin?.() ?? null) : null;
    const isIncidents = command.opts<DetectFlags>().incidents === true;
    const given = {
      ...behaviorOf(flags, environment.now()),
      ...{ intel: flags.intel ?? null, logs, rules, withOwn, placeholders, minLevel, language, cwd: environment.cwd },
      ...sourcesOf(flags, stdin, context),
      until: flags.until ?? null,
    };
    const leastLevel = failOn === 'none' ? SIGMA_LEVELS.length : SIGMA_LEVELS.indexOf(failOn);
    const end = ({ summary }: Result): void => {
      if (SIGMA_LEVELS.slice(leastLevel).some((level) => summary.byLevel[level] > 0)) context.finish(1);
    };
    if (flags.follow === true) {
      const timing = { intervalSeconds: flags.interval ?? FOLLOW_SECONDS, latenessMinutes: flags.lateness ?? LATENESS_MINUTES };
      return end(await followDetect({ ...given, ...timing }, { outputs, isIncidents, quiet }, context));
    }
    const sink = new MatchSink(outputs, context);
    const result = await detectEvents({ ...given, workers }, (row) => (isIncidents ? undefined : sink.take(row)));
    if (isIncidents) writeIncidents(outputs, result, limit, context);
    else sink.finish(result, limit);
    if (!quiet && !outputs.some(({ format, file }) => format === 'table' && file === null)) complain(result.diagnostics, context);
    end(result);
  });
  addRulesCommand(command, context);
}

function behaviorOf(flags: DetectFlags, now: Date): BehaviorOptions {
  const { behavior, behaviorSettings, people, snapshot, geoip } = flags;
  return {
    ...{ behavior: behavior ?? null, behaviorSettings: behaviorSettings ?? null, people: people ?? null, snapshot: snapshot ?? null },
    ...{ geoip: geoip ?? [], today: now.toISOString().slice(0, 10) },
  };
}

type BehaviorOptions = Pick<DetectOptions, 'behavior' | 'behaviorSettings' | 'people' | 'snapshot' | 'geoip' | 'today'>;

function writeIncidents(outputs: readonly OutputRequest[], result: Result, limit: number, context: CliContext): void {
  const { environment, messages } = context;
  const textAs: Readonly<Record<string, () => string>> = {
    jsonl: () => result.incidents.map(incidentLine).join(''),
    csv: () => incidentCsv(result.incidents),
    json: () => toJson({ schemaVersion: '1', summary: result.summary, incidents: result.incidents, diagnostics: result.diagnostics }),
  };
  for (const { format, file } of outputs) {
    const text = textAs[format]?.() ?? incidentTable(result, limit, context);
    if (file === null) environment.stdout.write(text);
    else writeResult(file, text, { cwd: environment.cwd, messages });
  }
}

type Result = Awaited<ReturnType<typeof detectEvents>>;

function complain(diagnostics: Result['diagnostics'], { environment }: CliContext): void {
  for (const { file, line, message } of diagnostics)
    environment.stderr.write(`${file === '' ? '' : `${file}${line === null ? '' : `:${line}`}: `}${message}\n`);
}

/** State: what was not written yet. Lines go out as they come; tables and JSON need all matches. */
class MatchSink {
  readonly #outputs: readonly OutputRequest[];
  readonly #context: CliContext;
  readonly #streamed: OutputRequest | null;
  readonly #rows: MatchRow[] = [];
  #waiting = '';

  constructor(outputs: readonly OutputRequest[], context: CliContext) {
    this.#outputs = outputs;
    this.#context = context;
    const [only] = outputs;
    const isLines = only?.format === 'jsonl' || only?.format === 'csv';
    this.#streamed = outputs.length === 1 && only && isLines && only.file === null ? only : null;
    if (this.#streamed?.format === 'csv') this.#waiting = matchCsvHead;
  }

  take(row: MatchRow): void {
    if (!this.#streamed) {
      this.#rows.push(row);
      return;
    }
    this.#waiting += this.#streamed.format === 'csv' ? matchCsv(row) : matchLine(row);
    if (this.#waiting.length >= PIECE) this.#flush();
  }

  finish(result: Result, limit: number): void {
    const { environment, messages } = this.#context;
    this.#flush();
    if (this.#streamed) return;
    for (const { format, file } of this.#outputs) {
      const pieces = this.#pieces(format, result, limit);
      if (file === null) for (const piece of pieces) environment.stdout.write(piece);
      else writeResult(file, pieces, { cwd: environment.cwd, messages });
    }
  }

  #pieces(format: string, result: Result, limit: number): readonly string[] {
    const rows = this.#rows;
    if (format === 'jsonl') return rows.map((row) => matchLine(row));
    if (format === 'csv') return [matchCsvHead, ...rows.map((row) => matchCsv(row))];
    if (format === 'json') return [toJson({ schemaVersion: '1', summary: result.summary, matches: rows, diagnostics: result.diagnostics })];
    return [matchTable(rows, result, limit, this.#context)];
  }

  #flush(): void {
    if (this.#waiting !== '') this.#context.environment.stdout.write(this.#waiting);
    this.#waiting = '';
  }
}

function addRulesCommand(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.detect.cli;
  const command = parent.subcommand('rules');
  command.description(texts.list).argument('[paths...]', texts.rules);
  command.option('--rules <PATH>', texts.rules, collectOne).option('--placeholders <FILE>', texts.placeholders);
  const common = addCommonOptions(command, ['table', 'json'], messages);
  command.action(async (paths: string[]) => {
    const { rules = [], placeholders = null } = command.opts<Pick<DetectFlags, 'rules' | 'placeholders'>>();
    const rows = await listRules([...rules, ...paths], { cwd: environment.cwd, language, placeholders });
    for (const { format, file } of common(language).outputs) {
      const text = format === 'json' ? toJson(rows) : rulesTable(rows, context);
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd: environment.cwd, messages });
    }
  });
}
