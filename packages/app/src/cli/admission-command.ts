/** `kumomori admission simulate` and `kumomori admission export` */
import type { AdmissionAction } from '@kumomori/model';
import { admissionActions } from '@kumomori/model';
import { admissionFormatNames, exportAdmission, renderAdmission, simulateAdmissionPolicies } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';
import { addCommonOptions, collectList, collectOne, oneOf } from './common-options.ts';
import type { CliContext } from './program.ts';
import { wantsColor, widthOf, writeResult } from './write.ts';

interface SimulateFlags {
  readonly policy?: readonly string[];
  readonly unbound?: AdmissionAction;
  readonly previous?: readonly string[];
  readonly deletions?: boolean;
  readonly pods: boolean;
  readonly helm?: boolean;
  readonly kustomize?: boolean;
}

export function addAdmissionCommand(program: CliCommand, context: CliContext): void {
  const { messages } = context;
  const texts = messages.admission.cli;
  const command = program.subcommand('admission');
  command.description(texts.description);
  addLanguageOption(command, messages);
  command.action(() => {
    throw usage(texts.needsCommand);
  });
  addSimulate(command, context);
  addExport(command, context);
}

function addSimulate(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.admission.cli;
  const command = parent.subcommand('simulate');
  command
    .description(texts.simulate)
    .argument('<target...>', texts.targets)
    .option('--policy <PATH>', texts.policy, collectOne)
    .option('--unbound <ACTION>', texts.unbound, oneOf('--unbound', admissionActions, messages))
    .option('--previous <PATH>', texts.previous, collectOne)
    .option('--deletions', texts.deletions)
    .option('--no-pods', texts.noPods)
    .option('--helm', texts.helm)
    .option('--kustomize', texts.kustomize)
    .addHelpText('after', `\n${texts.exitCodes}`);
  const common = addCommonOptions(command, admissionFormatNames, messages);
  command.action(async (targets: string[]) => {
    const {
      previous = [],
      deletions = false,
      policy = [],
      unbound = null,
      pods,
      helm = false,
      kustomize = false,
    } = command.opts<SimulateFlags>();
    if (deletions && previous.length === 0) throw usage(texts.deletionsOfNothing);
    const report = await simulateAdmissionPolicies({
      targets,
      policies: policy,
      previous,
      deletions,
      unbound,
      pods,
      helm,
      kustomize,
      cwd: environment.cwd,
      language,
    });
    const { outputs, color, quiet } = common(language);
    for (const { format, file } of outputs) {
      const paints = file === null && wantsColor(environment, color);
      const text = await renderAdmission(report, { format, language, color: paints, width: widthOf(environment) });
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd: environment.cwd, messages });
      if (file !== null && !quiet) environment.stderr.write(`${messages.cli.written(file)}\n`);
    }
    context.finish(report.summary.denied > 0 ? 1 : report.hasUnread ? 2 : 0);
  });
}

interface ExportFlags {
  readonly check?: readonly string[];
  readonly framework?: readonly string[];
  readonly severity?: readonly string[];
  readonly standard?: 'baseline' | 'restricted';
  readonly action?: AdmissionAction;
  readonly output?: string;
}

function addExport(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.admission.cli;
  const command = parent.subcommand('export');
  command
    .description(texts.export)
    .option('--check <ID>', texts.exportCheck, collectList)
    .option('--framework <NAME>', texts.exportFramework, collectList)
    .option('--severity <LEVEL>', texts.exportSeverity, collectList)
    .option('--standard <LEVEL>', texts.exportStandard, oneOf('--standard', ['baseline', 'restricted'] as const, messages))
    .option('--action <ACTION>', texts.exportAction, oneOf('--action', admissionActions, messages))
    .option('--output <DIR>', texts.exportFolder);
  addLanguageOption(command, messages);
  command.action(async () => {
    const { check = [], framework = [], severity = [], standard = null, action = 'Deny', output } = command.opts<ExportFlags>();
    const { policies, left } = await exportAdmission({
      checks: check,
      frameworks: framework,
      severities: severity,
      standard,
      action,
      language,
    });
    if (output === undefined) environment.stdout.write(policies.map(({ yaml }) => yaml).join('---\n'));
    else {
      for (const { name, yaml } of policies) writeResult(`${output}/${name}.yaml`, yaml, { cwd: environment.cwd, messages });
      environment.stderr.write(`${texts.exported(policies.length, output)}\n`);
    }
    if (left.length === 0) return;
    environment.stderr.write(`${texts.notExported(left.length)}\n`);
    for (const each of left) environment.stderr.write(`  ${each.check}: ${each.reason}\n`);
  });
}
