/** `kumomori collect aws|azure|gcp|k8s --output DIR` */
import type { CloudProvider } from '@kumomori/model';
import { collectAccount, collectPolicy, toJson } from '../use-cases/index.ts';
import type { CollectReport } from '../use-cases/index.ts';
import { collectProgress } from './collect-progress.ts';
import { collectText } from './collect-text.ts';
import { addLanguageOption, usage } from './command.ts';
import type { CliCommand } from './command.ts';
import { collectList, oneOf } from './common-options.ts';
import type { CliContext } from './program.ts';

interface CollectFlags {
  readonly output?: string;
  readonly format?: 'table' | 'json';
  readonly quiet?: boolean;
  readonly maxCalls?: number;
  readonly parallel?: number;
  readonly rate?: number;
  readonly resume?: boolean;
  readonly keepSecrets?: boolean;
  readonly profile?: string;
  readonly region?: readonly string[];
  readonly allRegions?: boolean;
  readonly service?: readonly string[];
  readonly accounts?: readonly string[];
  readonly organization?: boolean | string;
  readonly roleName?: string;
  readonly externalId?: string;
  readonly endpointUrl?: string;
  readonly printPolicy?: PolicyFormat;
  readonly subscription?: readonly string[];
  readonly tenant?: string;
  readonly directory?: boolean;
  readonly project?: readonly string[];
  readonly folder?: string;
  readonly context?: string;
  readonly kubeconfig?: string;
  readonly namespace?: readonly string[];
  readonly name?: string;
  readonly inCluster?: boolean;
  readonly allKinds?: boolean;
  readonly kubelets?: boolean;
}

const FORMATS = ['table', 'json'] as const;
const POLICY_FORMATS = ['json', 'terraform', 'cloudformation'] as const;
type PolicyFormat = (typeof POLICY_FORMATS)[number] | 'yaml';
/** Ended by Ctrl-C, as shells say it: 128 + SIGINT. */
const INTERRUPTED = 130;

/** What the user may say about one cloud, and how its collector wants to hear it. */
interface Cloud {
  readonly name: string;
  readonly provider: CloudProvider;
  addOptions(command: CliCommand, context: CliContext): void;
  asked(flags: CollectFlags, context: CliContext): object;
}

const clouds: readonly Cloud[] = [
  {
    name: 'aws',
    provider: 'aws',
    addOptions(command, { messages }) {
      const texts = messages.live.collect;
      command
        .option('--profile <NAME>', texts.profile)
        .option('--region <REGION>', texts.region, collectList)
        .option('--all-regions', texts.allRegions)
        .option('--service <SERVICE>', texts.service, collectList)
        .option('--accounts <ID>', texts.accounts, collectList)
        .option('--organization', texts.organizationAws)
        .option('--role-name <NAME>', texts.roleName)
        .option('--external-id <ID>', texts.externalId)
        .option('--endpoint-url <URL>', texts.endpointUrl)
        .option('--print-policy <FORMAT>', texts.printPolicy, oneOf('--print-policy', POLICY_FORMATS, messages));
    },
    asked(flags, { messages }) {
      if (flags.allRegions && flags.region) throw usage(messages.live.collect.bothRegions);
      return given({
        profile: flags.profile,
        regions: flags.region,
        services: flags.service,
        accounts: flags.accounts,
        organization: flags.organization,
        roleName: flags.roleName,
        externalId: flags.externalId,
        endpoint: flags.endpointUrl,
      });
    },
  },
  {
    name: 'azure',
    provider: 'azure',
    addOptions(command, { messages }) {
      const texts = messages.live.collect;
      command
        .option('--subscription <ID>', texts.subscription, collectList)
        .option('--tenant <ID>', texts.tenant)
        .option('--no-directory', texts.noDirectory)
        .option('--endpoint-url <URL>', texts.endpointAzure)
        .option('--print-policy <FORMAT>', texts.printRole, oneOf('--print-policy', ['json'], messages));
    },
    asked: ({ subscription, tenant, directory, endpointUrl }) =>
      given({ subscriptions: subscription, tenant, endpoint: endpointUrl, directory: directory === false ? false : undefined }),
  },
  {
    name: 'gcp',
    provider: 'gcp',
    addOptions(command, { messages }) {
      const texts = messages.live.collect;
      command
        .option('--project <ID>', texts.project, collectList)
        .option('--organization <NUMBER>', texts.organization)
        .option('--folder <NUMBER>', texts.folder)
        .option('--print-policy <FORMAT>', texts.printRole, oneOf('--print-policy', ['json'], messages));
    },
    asked: ({ project, organization, folder }) => given({ projects: project, organization, folder }),
  },
  {
    name: 'k8s',
    provider: 'kubernetes',
    addOptions(command, { messages }) {
      const texts = messages.live.collect;
      command
        .option('--context <NAME>', texts.context)
        .option('--kubeconfig <FILE>', texts.kubeconfig)
        .option('--in-cluster', texts.inCluster)
        .option('--name <NAME>', texts.clusterName)
        .option('--namespace <NAME>', texts.namespace, collectList)
        .option('--all-kinds', texts.allKinds)
        .option('--no-kubelets', texts.noKubelets)
        .option('--print-policy <FORMAT>', texts.printClusterRole, oneOf('--print-policy', ['yaml'], messages));
    },
    asked: ({ context, kubeconfig, namespace, name, inCluster, allKinds, kubelets, quiet }, { environment, messages }) =>
      given({
        context,
        kubeconfig,
        name,
        inCluster,
        namespaces: namespace,
        kinds: allKinds === true ? 'all' : undefined,
        kubelets: kubelets === false ? false : undefined,
        environment: environment.variables,
        mayRun: ([program = '']: readonly string[]) => {
          // A kubeconfig from elsewhere is not to run something behind the user's back. Arguments may hold secrets.
          if (quiet !== true) environment.stderr.write(`${messages.live.collect.runsProgram(program)}\n`);
          return true;
        },
      }),
  },
];

/** The options that were given. */
function given(options: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

export function addCollectCommand(program: CliCommand, context: CliContext): void {
  const { messages } = context;
  const texts = messages.live.collect;
  const collect = program.subcommand('collect');
  collect.description(texts.description);
  addLanguageOption(collect, messages);
  collect.action(() => {
    throw usage(texts.needsProvider);
  });
  for (const cloud of clouds) {
    const command = collect.subcommand(cloud.name);
    command.description(texts.provider(messages.live.clouds[cloud.provider]));
    command.option('--output <DIR>', texts.output);
    cloud.addOptions(command, context);
    addLimits(command, context);
    command
      .option('--resume', texts.resume)
      .option('--keep-secrets', texts.keepSecrets)
      .option('--format <FORMAT>', texts.format, oneOf('--format', FORMATS, messages))
      .option('--quiet', texts.quiet);
    addLanguageOption(command, messages);
    command.addHelpText('after', `\n${texts.exitCodes}`);
    command.action(async () => await run(cloud, command.opts<CollectFlags>(), context));
  }
}

function addLimits(command: CliCommand, { messages }: CliContext): void {
  const texts = messages.live.collect;
  const positive =
    (option: string) =>
    (value: string): number => {
      if (!/^\d{1,9}$/.test(value)) throw usage(messages.cli.notANumber(option, value));
      if (Number(value) < 1) throw usage(texts.tooFew(option));
      return Number(value);
    };
  command
    .option('--max-calls <NUMBER>', texts.maxCalls, positive('--max-calls'))
    .option('--parallel <NUMBER>', texts.parallel, positive('--parallel'))
    .option('--rate <NUMBER>', texts.rate, positive('--rate'));
}

async function run(cloud: Cloud, flags: CollectFlags, context: CliContext): Promise<void> {
  const { environment, messages } = context;
  const asked = cloud.asked(flags, context);
  if (flags.printPolicy !== undefined) {
    environment.stdout.write(await collectPolicy({ ...asked, provider: cloud.provider, format: flags.printPolicy }));
    return;
  }
  if (flags.output === undefined) throw usage(messages.cli.missingOption('--output <DIR>'));
  const report = await collected(cloud, { ...flags, output: flags.output }, { asked, context });
  const text = flags.format === 'json' ? toJson(report) : collectText(report, context);
  environment.stdout.write(text);
  context.finish(report.stoppedBy === 'user' ? INTERRUPTED : 0);
}

async function collected(
  { provider }: Cloud,
  flags: CollectFlags & { readonly output: string },
  { asked, context }: { readonly asked: object; readonly context: CliContext },
): Promise<CollectReport> {
  const { environment, messages, language } = context;
  const progress = collectProgress(environment, messages, flags.quiet === true);
  const stop = new AbortController();
  const release = environment.onInterrupt?.(() => {
    progress.end();
    if (!flags.quiet) environment.stderr.write(`${messages.live.collect.stopping}\n`);
    stop.abort();
  });
  try {
    return await collectAccount({
      provider,
      asked,
      output: flags.output,
      cwd: environment.cwd,
      variables: environment.variables,
      language,
      now: environment.now,
      resume: flags.resume === true,
      keepSecrets: flags.keepSecrets === true,
      maxCalls: flags.maxCalls ?? null,
      parallel: flags.parallel ?? null,
      perSecond: flags.rate ?? null,
      signal: stop.signal,
      onProgress: (each) => progress.update(each),
    });
  } finally {
    progress.end();
    release?.();
  }
}
