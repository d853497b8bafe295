/** What the user may say about each cloud, and how its collector wants to hear it. */
import type { CloudProvider } from '@kumomori/model';
import { usage } from './command.ts';
import type { CliCommand } from './command.ts';
import { collectList, oneOf } from './common-options.ts';
import type { CliContext } from './program.ts';

export interface CollectFlags {
  readonly output?: string;
  readonly format?: 'table' | 'json';
  readonly quiet?: boolean;
  readonly maxCalls?: number;
  readonly parallel?: number;
  readonly rate?: number;
  readonly resume?: boolean;
  readonly keepSecrets?: boolean;
  readonly since?: string;
  readonly resourcesFrom?: readonly string[];
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

const POLICY_FORMATS = ['json', 'terraform', 'cloudformation'] as const;
type PolicyFormat = (typeof POLICY_FORMATS)[number] | 'yaml';

export interface Cloud {
  readonly name: string;
  readonly provider: CloudProvider;
  addOptions(command: CliCommand, context: CliContext): void;
  asked(flags: CollectFlags, context: CliContext): object;
}

export const clouds: readonly Cloud[] = [
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
