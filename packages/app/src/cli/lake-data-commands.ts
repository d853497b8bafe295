/** `kumomori lake ingest|query|hunts|status|ddl|compact|retention` */
import type { Dialect } from '../use-cases/index.ts';
import {
  compactTheLake,
  csvCell,
  ddlOfLake,
  ingestLake,
  listHunts,
  plain,
  queryTheLake,
  renderGrid,
  retainLake,
  statusOfLake,
  toJson,
} from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import { addCommonOptions, collectOne, oneOf } from './common-options.ts';
import { answerText, compactText, ingestText, retentionText, statusText, textOf } from './lake-text.ts';
import type { CliContext } from './program.ts';
import { addFollowOptions, addSourceOptions, FOLLOW_SECONDS, sourcesOf } from './source-options.ts';
import { printer } from './snapshot-command.ts';
import { widthOf, writeResult } from './write.ts';

const DIALECTS = ['athena', 'trino', 'clickhouse', 'duckdb'] as const satisfies readonly Dialect[];

export function addLakeData(parent: CliCommand, context: CliContext): void {
  addIngest(parent, context);
  addQuery(parent, context);
  addHunts(parent, context);
  addStatus(parent, context);
  addDdl(parent, context);
  addCompact(parent, context);
  addRetention(parent, context);
}

function number(option: string, { messages }: CliContext): (value: string) => number {
  return (value) => {
    if (!/^\d{1,9}(?:\.\d{1,6})?$/.test(value)) throw usage(messages.cli.notANumber(option, value));
    return Number(value);
  };
}

interface IngestFlags {
  readonly lake: string;
  readonly raw: boolean;
  readonly maxObjectMb?: number;
  readonly intel?: string;
  readonly since?: string;
  readonly endpointUrl?: string;
  readonly region?: string;
  readonly follow?: boolean;
  readonly interval?: number;
}

function addIngest(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.lake.cli;
  const command = parent.subcommand('ingest');
  command.description(texts.ingest).argument('<logs...>', texts.logs).requiredOption('--lake <DIR>', texts.lake);
  command.option('--no-raw', texts.noRaw).option('--max-object-mb <NUMBER>', texts.maxObject, number('--max-object-mb', context));
  command.option('--intel <DIR>', texts.intel);
  addSourceOptions(command, messages);
  addFollowOptions(command, messages);
  const print = printer(command, context);
  command.action(async (logs: string[]) => {
    const flags = command.opts<IngestFlags>();
    const { lake, raw, maxObjectMb = null, intel = null } = flags;
    const { cwd, now } = environment;
    const stdin = logs.includes('-') ? (environment.stdin?.() ?? null) : null;
    const stopped = new AbortController();
    const release = environment.onInterrupt?.(() => stopped.abort());
    try {
      const from = sourcesOf(flags, stdin, context);
      const options = { ...from, lake, logs, cwd, language, now, keepRaw: raw, maxObjectMb, intel, signal: stopped.signal };
      const follow = flags.follow === true ? { intervalSeconds: flags.interval ?? FOLLOW_SECONDS } : null;
      const onDiagnostic = ({ file, message }: { readonly file: string; readonly message: string }): void =>
        environment.stderr.write(`${plain(`${file === '' ? '' : `${file}: `}${message}`)}\n`);
      const result = await ingestLake({ ...options, follow, ...(follow && { onDiagnostic }) });
      print(result, () => ingestText(result, context));
      context.finish(result.events === 0 && result.objects.known === 0 && result.objects.bad > 0 ? 2 : 0);
    } finally {
      release?.();
    }
  });
}

function addQuery(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.lake.cli;
  const command = parent.subcommand('query');
  command.description(texts.query).argument('<question>', texts.question).requiredOption('--lake <DIR>', texts.lake);
  command.option('--limit <NUMBER>', texts.limit, number('--limit', context)).option('--param <NAME=VALUE>', texts.param, collectOne);
  command.option('--timeout <SECONDS>', texts.timeout, number('--timeout', context));
  command.option('--memory-mb <NUMBER>', texts.memory, number('--memory-mb', context));
  const common = addCommonOptions(command, ['table', 'json', 'csv'], messages);
  command.action(async (question: string) => {
    const { lake, limit = 1000, param = [], timeout = null, memoryMb = null } = command.opts<QueryFlags>();
    const parameters = new Map(
      param.map((each) => {
        const at = each.indexOf('=');
        if (at < 1) throw usage(messages.lake.badParameter(each));
        return [each.slice(0, at), each.slice(at + 1)] as const;
      }),
    );
    const answer = await queryTheLake({
      lake,
      question,
      parameters,
      limit,
      timeoutSeconds: timeout,
      memoryMb,
      cwd: environment.cwd,
      language,
    });
    for (const { format, file } of common(language).outputs) {
      const text = format === 'json' ? toJson(answer) : format === 'csv' ? csvText(answer) : `${answerText(answer, context)}\n`;
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd: environment.cwd, messages });
    }
  });
}

interface QueryFlags {
  readonly lake: string;
  readonly limit?: number;
  readonly param?: readonly string[];
  readonly timeout?: number;
  readonly memoryMb?: number;
}

/** RFC 4180; no cell begins a formula. */
function csvText({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}): string {
  const lines = [columns, ...rows.map((row) => columns.map((name) => textOf(row[name])))];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function addHunts(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const { columns } = messages.lake;
  const command = parent.subcommand('hunts');
  command.description(messages.lake.cli.hunts);
  const print = printer(command, context);
  command.action(async () => {
    const hunts = await listHunts(language);
    print(hunts, () => {
      const rows = hunts.map(({ id, question }) => [id, plain(question)]);
      return renderGrid([{ title: columns.hunt }, { title: columns.question, shrinks: true }], rows, { width: widthOf(environment) }).join(
        '\n',
      );
    });
  });
}

function addStatus(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.lake.cli;
  const command = parent.subcommand('status');
  command.description(texts.status).argument('<lake>', texts.lake);
  command
    .option('--days <NUMBER>', texts.days, number('--days', context))
    .option('--price-per-gb <NUMBER>', texts.price, number('--price-per-gb', context));
  const print = printer(command, context);
  command.action(async (lake: string) => {
    const { days = 30, pricePerGb = 0.025 } = command.opts<{ days?: number; pricePerGb?: number }>();
    const status = await statusOfLake({ lake, cwd: environment.cwd, language }, { now: environment.now(), days, pricePerGb });
    print(status, () => statusText(status, context));
  });
}

function addDdl(parent: CliCommand, context: CliContext): void {
  const { messages, environment } = context;
  const texts = messages.lake.cli;
  const command = parent.subcommand('ddl');
  command.description(texts.ddl).argument('<lake>', texts.lake);
  command.requiredOption('--for <ENGINE>', `${texts.for}: ${DIALECTS.join(', ')}`, oneOf('--for', DIALECTS, messages));
  command.option('--location <PLACE>', texts.location);
  command.action(async (lake: string) => {
    const { for: dialect, location = lake } = command.opts<{ for: Dialect; location?: string }>();
    environment.stdout.write(`${(await ddlOfLake(dialect, location)).join('\n\n')}\n`);
  });
}

function addCompact(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const command = parent.subcommand('compact');
  command.description(messages.lake.cli.compact).argument('<lake>', messages.lake.cli.lake);
  const print = printer(command, context);
  command.action(async (lake: string) => {
    const { cwd, variables, now } = environment;
    const result = await compactTheLake({ lake, cwd, variables, language, now });
    print(result, () => compactText(result, context));
  });
}

function addRetention(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.lake;
  const command = parent.subcommand('retention');
  command.description(texts.cli.retention).argument('<lake>', texts.cli.lake);
  command.option('--keep <BAND>', texts.cli.keep, collectOne).option('--apply', texts.cli.apply);
  const print = printer(command, context);
  command.action(async (lake: string) => {
    const { keep = [], apply = false } = command.opts<{ keep?: readonly string[]; apply?: boolean }>();
    if (keep.length === 0) throw usage(texts.needsKeep);
    const bands = keep.map((each) => {
      const match = /^(?:([a-z0-9.-]+)=)?(\d{1,5})$/.exec(each);
      if (!match) throw usage(texts.badKeep(each));
      return { source: match[1] ?? null, days: Number(match[2]) };
    });
    const bySource = new Map(bands.flatMap(({ source, days }) => (source === null ? [] : [[source, days] as const])));
    const others = bands.find(({ source }) => source === null)?.days ?? null;
    const { cwd, variables, now } = environment;
    const result = await retainLake({ lake, cwd, variables, language, now, bands: { bySource, others }, apply });
    print(result, () => retentionText(result, context));
  });
}
