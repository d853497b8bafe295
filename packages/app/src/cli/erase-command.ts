/** `kumomori erase --account A --snapshots DIR`, `kumomori erase verify PROOF` */
import { eraseAccount, plain, toJson, verifyErasureProof } from '../use-cases/index.ts';
import type { EraseResult, ProofCheck } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';
import { oneOf } from './common-options.ts';
import type { CliContext } from './program.ts';
import { printer } from './snapshot-command.ts';

interface EraseFlags {
  readonly account?: string;
  readonly snapshots?: string;
  readonly output?: string;
  readonly by?: string;
  readonly dryRun?: boolean;
  readonly format?: 'table' | 'json';
}

export function addEraseCommand(program: CliCommand, context: CliContext): void {
  const { messages } = context;
  const texts = messages.live.erase;
  const command = program.subcommand('erase');
  command
    .description(texts.description)
    .option('--account <ID>', texts.account)
    .option('--snapshots <DIR>', texts.snapshots)
    .option('--output <FILE>', texts.proof)
    .option('--by <NAME>', texts.by)
    .option('--dry-run', texts.dryRun)
    .option('--format <FORMAT>', messages.live.collect.format, oneOf('--format', ['table', 'json'] as const, messages));
  addLanguageOption(command, messages);
  command.action(async () => await erase(command.opts<EraseFlags>(), context));
  addVerify(command, context);
}

async function erase(flags: EraseFlags, { environment, messages, language }: CliContext): Promise<void> {
  if (flags.account === undefined) throw usage(messages.cli.missingOption('--account <ID>'));
  if (flags.snapshots === undefined) throw usage(messages.cli.missingOption('--snapshots <DIR>'));
  const result = await eraseAccount({
    account: flags.account,
    snapshots: flags.snapshots,
    proof: flags.output ?? null,
    by: flags.by ?? null,
    isTrial: flags.dryRun === true,
    cwd: environment.cwd,
    variables: environment.variables,
    language,
    now: environment.now,
  });
  const text = flags.format === 'json' ? toJson({ ...result.proof, proofFile: result.proofFile }) : `${eraseText(result, messages)}\n`;
  environment.stdout.write(text);
}

function eraseText({ proof, proofFile }: EraseResult, messages: CliContext['messages']): string {
  const texts = messages.live.erase;
  const lines = proof.snapshots.flatMap(({ folder, files, mentions }) => {
    const bytes = files.reduce((sum, each) => sum + each.bytes, 0);
    const head = proofFile === null ? texts.wouldErase(folder, files.length, bytes) : texts.erased(folder, files.length, bytes);
    return [head, ...mentions.map(({ path, lines: count }) => `  ${texts.mentioned(path, count)}`)];
  });
  return [...lines, texts.elsewhere, ...(proofFile === null ? [] : [texts.proofAt(proofFile)])].map(plain).join('\n');
}

function addVerify(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.live.erase;
  const command = parent.subcommand('verify');
  command.description(texts.verify).argument('<file>', texts.file).option('--key <KEY>', texts.key);
  const print = printer(command, context);
  command.action(async (file: string) => {
    const { key = null } = command.opts<{ key?: string }>();
    const check = await verifyErasureProof(file, { key, cwd: environment.cwd, variables: environment.variables, language });
    print(check, () => proofText(check, messages));
    context.finish(check.isValid && check.isTrusted && check.stillThere.length === 0 ? 0 : 1);
  });
}

function proofText(
  { file, isValid, isTrusted, key, account, erasedAt, erasedBy, files, stillThere }: ProofCheck,
  messages: CliContext['messages'],
): string {
  const texts = messages.live.erase;
  const whose = isTrusted ? texts.trusted(key ?? '') : texts.notTrusted(key ?? '');
  return [
    isValid ? texts.valid(file) : texts.invalid(file),
    ...(isValid ? [whose] : []),
    texts.about(account, erasedAt, erasedBy, files),
    ...stillThere.map((path) => texts.stillThere(path)),
  ]
    .map(plain)
    .join('\n');
}
