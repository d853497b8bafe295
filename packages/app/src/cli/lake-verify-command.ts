/** `kumomori lake verify DIR [--public-keys FILE] [--key KEY] [--anchor FILE…]` */
import { plain, renderGrid, verifyLake } from '../use-cases/index.ts';
import type { IntegrityReport, ProvenLake } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import type { CliContext } from './program.ts';
import { collectOne } from './common-options.ts';
import { printer } from './snapshot-command.ts';
import { widthOf } from './write.ts';

interface VerifyFlags {
  readonly publicKeys?: string;
  readonly key?: string;
  readonly anchor?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly tsaCerts?: string;
  readonly region?: string;
  readonly endpointUrl?: string;
}

export function addLakeVerify(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.integrity.cli;
  const command = parent.subcommand('verify');
  command.description(texts.verify).argument('<dir>', texts.folder);
  command.option('--public-keys <FILE>', texts.keys).option('--since <TIME>', texts.since).option('--until <TIME>', texts.until);
  command.option('--key <KEY>', texts.key).option('--anchor <WHERE>', texts.anchor, collectOne);
  command.option('--tsa-certs <FILE>', texts.tsaCerts).option('--region <REGION>', messages.logs.cli.region);
  command.option('--endpoint-url <URL>', messages.logs.cli.endpointUrl);
  const print = printer(command, context);
  command.action(async (folder: string) => {
    const flags = command.opts<VerifyFlags>();
    const { publicKeys = null, key = null, anchor: anchors = [], since = null, until = null } = flags;
    const more = { stampCertificates: flags.tsaCerts ?? null, endpoint: flags.endpointUrl ?? null, region: flags.region ?? null };
    const { cwd, variables } = environment;
    const report = await verifyLake({ folder, publicKeys, key, anchors, since, until, cwd, variables, language, ...more });
    print(report, () => reportText(report, context));
    context.finish(report.intact ? 0 : 1);
  });
}

function reportText(report: IntegrityReport, context: CliContext): string {
  const texts = context.messages.integrity;
  const { columns } = texts;
  const { intact, problems, checked, lake } = report;
  const table = renderGrid(
    [{ title: columns.kind }, { title: columns.object, shrinks: true }, { title: columns.message, shrinks: true }],
    problems.map(({ kind, object, message }) => [kind, plain(object), plain(message)]),
    { width: widthOf(context.environment) },
  );
  const what = lake === null ? texts.checked(checked.digests, checked.objects) : texts.checkedLake(checked.digests, checked.objects);
  return [
    ...(problems.length > 0 ? [...table, ''] : []),
    ...(lake === null ? trailLines(report, context) : lakeLines(lake, report.signatures, context)),
    `${intact ? texts.intact : texts.altered(problems.length)} (${what})`,
  ].join('\n');
}

function trailLines({ proven, signatures, notProven }: IntegrityReport, { messages }: CliContext): readonly string[] {
  const texts = messages.integrity;
  return [
    ...proven.map(({ account, region, from, until, continues }) => {
      const place = texts.proven(plain(account), plain(region), from, until);
      return continues === null ? place : `${place}; ${texts.goesOn(plain(continues))}`;
    }),
    ...(signatures === 'checked' ? [] : [texts.noKeys]),
    ...(notProven.tooNew.length > 0 ? [texts.tooNew(notProven.tooNew.length)] : []),
    ...(notProven.noDigest.length > 0 ? [texts.unproven(notProven.noDigest.length)] : []),
  ];
}

function lakeLines(
  { sealed, unsealed, from, until, key, stamps }: ProvenLake,
  signatures: IntegrityReport['signatures'],
  { messages }: CliContext,
): readonly string[] {
  const texts = messages.integrity;
  return [
    ...(from === null || until === null ? [] : [texts.provenChain(sealed, from, until)]),
    ...(key === null ? [] : [signatures === 'believed' ? texts.keyBelieved(key) : texts.signedBy(key)]),
    ...stamps.map(({ size, at, authority, isTrusted }) => texts.stamped(size, at, plain(authority), isTrusted === true)),
    ...(unsealed > 0 ? [texts.unsealed(unsealed)] : []),
  ];
}
