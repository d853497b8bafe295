/** `kumomori intel fetch taxii`, `kumomori intel fetch misp`, `kumomori intel hunt`, `kumomori intel export` */
import { exportSightings, fetchIntel, fetchMisp, huntIntel } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';
import { addCommonOptions, collectOne } from './common-options.ts';
import { matchLine, plainMatches } from './detect-text.ts';
import type { CliContext } from './program.ts';
import { printer } from './snapshot-command.ts';
import { writeResult } from './write.ts';

export function addFetch(parent: CliCommand, context: CliContext): void {
  const { messages } = context;
  const texts = messages.intel.cli;
  const group = parent.subcommand('fetch');
  group.description(texts.fetch);
  addLanguageOption(group, messages);
  group.action(() => {
    throw usage(texts.needsCommand);
  });
  addTaxii(group, context);
  addMisp(group, context);
}

function addTaxii(group: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.intel.cli;
  const command = group.subcommand('taxii');
  command.description(texts.taxii).argument('<url>', texts.url).requiredOption('--store <DIR>', texts.store);
  command.option('--collection <ID>', texts.collection, collectOne).option('--added-after <TIME>', texts.addedAfter);
  command.option('--all', texts.all).option('--trust', texts.trust);
  const print = printer(command, context);
  command.action(async (url: string) => {
    const flags = command.opts<{ store: string; collection?: readonly string[]; addedAfter?: string; all?: boolean; trust?: boolean }>();
    const { store, collection: collections = [], addedAfter = null, all = false, trust = false } = flags;
    const { cwd, now, variables } = environment;
    const result = await fetchIntel({ url, store, collections, addedAfter, all, trust, cwd, now, variables, language });
    print(result, () =>
      [
        messages.intel.fetched(result.objects, result.collections.length),
        messages.intel.imported(result),
        ...(result.warned > 0 ? [messages.intel.warned(result.warned)] : []),
        ...result.diagnostics.map(({ file, message }) => `  ${file}: ${message}`),
      ].join('\n'),
    );
  });
}

function addMisp(group: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.intel.cli;
  const command = group.subcommand('misp');
  command.description(texts.misp).argument('<url>', texts.feed).requiredOption('--store <DIR>', texts.store);
  command.option('--changed-after <TIME>', texts.changedAfter).option('--all', texts.all).option('--trust', texts.trust);
  const print = printer(command, context);
  command.action(async (url: string) => {
    const flags = command.opts<{ store: string; changedAfter?: string; all?: boolean; trust?: boolean }>();
    const { store, changedAfter = null, all = false, trust = false } = flags;
    const { cwd, now, variables } = environment;
    const result = await fetchMisp({ url, store, changedAfter, all, trust, cwd, now, variables, language });
    print(result, () =>
      [
        messages.intel.fetchedMisp(result.events, result.known, result.failed),
        messages.intel.imported(result),
        ...(result.warned > 0 ? [messages.intel.warned(result.warned)] : []),
        ...result.diagnostics.map(({ file, message }) => `  ${file}: ${message}`),
      ].join('\n'),
    );
  });
}

export function addHunt(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.intel.cli;
  const command = parent.subcommand('hunt');
  command.description(texts.hunt).requiredOption('--store <DIR>', texts.store).requiredOption('--lake <DIR>', texts.lake);
  command.option('--new', texts.onlyNew);
  const common = addCommonOptions(command, ['table', 'json', 'jsonl'], messages);
  command.action(async () => {
    const { store, lake, new: onlyNew = false } = command.opts<{ store: string; lake: string; new?: boolean }>();
    const { cwd, now } = environment;
    const hunt = await huntIntel({ store, lake, onlyNew, cwd, now, language });
    const head = messages.intel.hunted(hunt.matches.length, hunt.values, hunt.indicators);
    for (const { format, file } of common(language).outputs) {
      const lines = hunt.matches.map((row) => matchLine(row)).join('');
      const people = `${[head, ...plainMatches(hunt.matches, context)].join('\n')}\n`;
      const text =
        format === 'json' ? `${JSON.stringify({ schemaVersion: '1', ...hunt }, null, 2)}\n` : format === 'jsonl' ? lines : people;
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd, messages });
    }
    if (hunt.matches.length > 0) context.finish(1);
  });
}

export function addExport(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.intel.cli;
  const command = parent.subcommand('export');
  command.description(texts.export).argument('<findings>', texts.findings);
  const common = addCommonOptions(command, ['stix'], messages);
  command.action(async (findings: string) => {
    const text = await exportSightings(findings, { cwd: environment.cwd, language });
    for (const { file } of common(language).outputs) {
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd: environment.cwd, messages });
    }
  });
}
