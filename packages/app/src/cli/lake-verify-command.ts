/** `kumomori lake verify DIR [--public-keys FILE]` */
import { plain, renderGrid, verifyLake } from '../use-cases/index.ts';
import type { IntegrityReport } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import type { CliContext } from './program.ts';
import { printer } from './snapshot-command.ts';
import { widthOf } from './write.ts';

interface VerifyFlags {
  readonly publicKeys?: string;
  readonly since?: string;
  readonly until?: string;
}

export function addLakeVerify(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.integrity.cli;
  const command = parent.subcommand('verify');
  command.description(texts.verify).argument('<dir>', texts.folder);
  command.option('--public-keys <FILE>', texts.keys).option('--since <TIME>', texts.since).option('--until <TIME>', texts.until);
  const print = printer(command, context);
  command.action(async (folder: string) => {
    const { publicKeys = null, since = null, until = null } = command.opts<VerifyFlags>();
    const report = await verifyLake({ folder, publicKeys, since, until, cwd: environment.cwd, language });
    print(report, () => reportText(report, context));
    context.finish(report.intact ? 0 : 1);
  });
}

function reportText({ intact, problems, checked, proven, signatures, notProven }: IntegrityReport, context: CliContext): string {
  const texts = context.messages.integrity;
  const { columns } = texts;
  const table = renderGrid(
    [{ title: columns.kind }, { title: columns.object, shrinks: true }, { title: columns.message, shrinks: true }],
    problems.map(({ kind, object, message }) => [kind, plain(object), plain(message)]),
    { width: widthOf(context.environment) },
  );
  return [
    ...(problems.length > 0 ? [...table, ''] : []),
    ...proven.map(({ account, region, from, until, continues }) => {
      const place = texts.proven(plain(account), plain(region), from, until);
      return continues === null ? place : `${place}; ${texts.goesOn(plain(continues))}`;
    }),
    ...(signatures === 'checked' ? [] : [texts.noKeys]),
    ...(notProven.tooNew.length > 0 ? [texts.tooNew(notProven.tooNew.length)] : []),
    ...(notProven.noDigest.length > 0 ? [texts.unproven(notProven.noDigest.length)] : []),
    `${intact ? texts.intact : texts.altered(problems.length)} (${texts.checked(checked.digests, checked.objects)})`,
  ].join('\n');
}
