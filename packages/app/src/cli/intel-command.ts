/** `kumomori intel …` */
import { expireIntel, importIntel, listIntel, showIntel } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';
import { addExport, addFetch, addHunt } from './intel-exchange-commands.ts';
import { importText, intelRowsText } from './intel-text.ts';
import type { CliContext } from './program.ts';
import { printer } from './snapshot-command.ts';

const DEFAULT_LIMIT = 50;

export function addIntelCommand(program: CliCommand, context: CliContext): void {
  const { messages } = context;
  const command = program.subcommand('intel');
  command.description(messages.intel.cli.description);
  addLanguageOption(command, messages);
  command.action(() => {
    throw usage(messages.intel.cli.needsCommand);
  });
  addImport(command, context);
  addList(command, context);
  addShow(command, context);
  addExpire(command, context);
  addFetch(command, context);
  addHunt(command, context);
  addExport(command, context);
}

function addImport(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.intel.cli;
  const command = parent.subcommand('import');
  command.description(texts.import).argument('<files...>', texts.files).requiredOption('--store <DIR>', texts.store);
  command.option('--trust', texts.trust).option('--source <NAME>', texts.source);
  const print = printer(command, context);
  command.action(async (paths: string[]) => {
    const { store, trust = false, source = null } = command.opts<{ store: string; trust?: boolean; source?: string }>();
    const { cwd, now } = environment;
    const result = await importIntel({ paths, store, trust, source, cwd, now, language });
    print(result, () => importText(result, context));
  });
}

function addList(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.intel.cli;
  const command = parent.subcommand('list');
  command.description(texts.list).requiredOption('--store <DIR>', texts.store).option('--source <NAME>', texts.onlySource);
  command.option('--limit <NUMBER>', texts.limit, (value: string) => {
    if (!/^\d{1,9}$/.test(value)) throw usage(messages.cli.notANumber('--limit', value));
    return Number(value);
  });
  const print = printer(command, context);
  command.action(async () => {
    const { store, source = null, limit = DEFAULT_LIMIT } = command.opts<{ store: string; source?: string; limit?: number }>();
    const result = await listIntel({ store, source, limit, cwd: environment.cwd, now: environment.now(), language });
    print(result, () => intelRowsText(result.rows, result.total, context));
  });
}

function addShow(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.intel.cli;
  const command = parent.subcommand('show');
  command.description(texts.show).argument('<what>', texts.what).requiredOption('--store <DIR>', texts.store);
  const print = printer(command, context);
  command.action(async (what: string) => {
    const { store } = command.opts<{ store: string }>();
    const rows = await showIntel(what, { store, cwd: environment.cwd, now: environment.now(), language });
    print(rows, () => intelRowsText(rows, rows.length, context));
  });
}

function addExpire(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.intel.cli;
  const command = parent.subcommand('expire');
  command.description(texts.expire).requiredOption('--store <DIR>', texts.store).option('--apply', texts.apply);
  const print = printer(command, context);
  command.action(async () => {
    const { store, apply = false } = command.opts<{ store: string; apply?: boolean }>();
    const result = await expireIntel({ store, apply, cwd: environment.cwd, now: environment.now(), language });
    print(result, () => messages.intel.expired(result.expired, result.left, apply));
  });
}
