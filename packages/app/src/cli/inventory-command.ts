/** `kumomori inventory SNAPSHOT [--code DIR] [--state FILE] [--events FILE…]` */
import { plain, renderGrid, takeInventory } from '../use-cases/index.ts';
import type { Inventory } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import { collectOne } from './common-options.ts';
import type { CliContext } from './program.ts';
import { printer } from './snapshot-command.ts';
import { widthOf } from './write.ts';

interface InventoryFlags {
  readonly code?: string;
  readonly state?: readonly string[];
  readonly events?: readonly string[];
  readonly ownerTag?: readonly string[];
  readonly limit?: number;
}

const DEFAULT_LIMIT = 20;

export function addInventoryCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.inventory.cli;
  const command = program.subcommand('inventory');
  command.description(texts.description).argument('<snapshot>', texts.snapshot);
  command
    .option('--code <DIR>', texts.code)
    .option('--state <FILE>', texts.state, collectOne)
    .option('--events <FILE...>', texts.events)
    .option('--owner-tag <KEY>', texts.ownerTag, collectOne)
    .option('--limit <NUMBER>', texts.limit, (value: string) => {
      if (!/^\d{1,6}$/.test(value)) throw usage(messages.cli.notANumber('--limit', value));
      return Number(value);
    });
  const print = printer(command, context);
  command.action(async (snapshot: string) => {
    const { code = null, state = [], events = [], ownerTag = [], limit = DEFAULT_LIMIT } = command.opts<InventoryFlags>();
    const options = { snapshot, code, states: state, events, ownerTags: ownerTag, cwd: environment.cwd, language };
    const inventory = await takeInventory(options);
    print(inventory, () => inventoryText(inventory, limit, context));
  });
}

function inventoryText(inventory: Inventory, limit: number, context: CliContext): string {
  const texts = context.messages.inventory;
  const notes = [
    ...(inventory.isCompared ? [] : [texts.notCompared]),
    ...(inventory.unknownTags > 0 ? [texts.unknownTags(inventory.unknownTags)] : []),
    ...inventory.diagnostics.map(({ file, message }) => plain(`${file}: ${message}`)),
  ];
  return [
    orphansText(inventory, limit, context),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
    shadowsText(inventory, limit, context),
  ].join('\n\n');
}

function orphansText({ orphans, resources }: Inventory, limit: number, { messages, environment }: CliContext): string {
  const texts = messages.inventory;
  if (orphans.length === 0) return texts.noOrphans(resources);
  const shown = limit === 0 ? orphans : orphans.slice(0, limit);
  const rows = shown.map(({ score, type, id, reasons }) => [
    String(score),
    type,
    id,
    reasons
      .map(({ kind, change }) =>
        kind === 'console' ? texts.reasons.console(change?.principal ?? '?', change?.time ?? '?') : texts.reasons[kind],
      )
      .join('; '),
  ]);
  const columns = [
    { title: texts.columns.score, align: 'right' as const },
    { title: texts.columns.type },
    { title: texts.columns.resource, shrinks: true },
    { title: texts.columns.why, shrinks: true },
  ];
  return [
    texts.orphans(orphans.length, resources),
    ...renderGrid(columns, rows, { width: widthOf(environment) }),
    ...(shown.length < orphans.length ? [texts.more(orphans.length - shown.length)] : []),
  ].join('\n');
}

function shadowsText({ shadows }: Inventory, limit: number, { messages, environment }: CliContext): string {
  const texts = messages.inventory;
  if (shadows.length === 0) return texts.noShadows;
  const shown = limit === 0 ? shadows : shadows.slice(0, limit);
  const rows = shown.map(({ provider, account, name, ownedBy, references }) => {
    const [first] = references;
    const who = [name, ownedBy === null ? null : texts.ownedBy(ownedBy)].filter((each) => each !== null);
    return [
      `${provider}:${account}${who.length > 0 ? ` (${who.join(', ')})` : ''}`,
      String(references.length),
      first ? texts.by(texts.kinds[first.kind], first.resource, first.account) : '',
    ];
  });
  const columns = [
    { title: texts.columns.account },
    { title: texts.columns.references, align: 'right' as const },
    { title: texts.columns.first, shrinks: true },
  ];
  return [
    texts.shadows(shadows.length),
    ...renderGrid(columns, rows, { width: widthOf(environment) }),
    ...(shown.length < shadows.length ? [texts.more(shadows.length - shown.length)] : []),
  ].join('\n');
}
