/** What kumomori needed or left behind: in the clouds, and on this machine. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudProvider, Language, SnapshotManifest } from '@kumomori/model';
import { cloudProviders } from '@kumomori/model';
import { dataFolder } from '../data-folder.ts';
import { messagesIn } from '../i18n/index.ts';
import { collectPolicyText } from './collect-policy.ts';
import { openNamed } from './find-snapshots.ts';
import { permissionsUsed } from './permissions-used.ts';

export interface CloudFootprint {
  readonly provider: CloudProvider;
  readonly principals: readonly string[];
  readonly accounts: readonly string[];
  /** Calls made, by `provider:service:operation`; all of them read. */
  readonly calls: Readonly<Record<string, number>>;
  readonly permissionsUsed: readonly string[];
  /** Always empty: no call that creates anything is in the program. */
  readonly created: readonly string[];
  /** What the user may have made for kumomori, and the commands that remove it. */
  readonly grant: { readonly what: string; readonly print: string | null; readonly remove: readonly string[] };
}

export interface Footprint {
  readonly schemaVersion: '1';
  /** Null: what a collection would need. */
  readonly folder: string | null;
  readonly clouds: readonly CloudFootprint[];
  /** Files of this machine that belong to kumomori. */
  readonly local: readonly { readonly path: string; readonly what: string }[];
}

export interface FootprintOptions {
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
}

/** Of a snapshot, or of what each cloud would be asked. Throws AppErrors for folders that are no snapshots. */
export async function footprintOf(folder: string | null, { cwd, variables, language }: FootprintOptions): Promise<Footprint> {
  const messages = messagesIn(language);
  const snapshot = folder === null ? null : openNamed(folder, { cwd, messages });
  const present = new Set((snapshot?.accounts() ?? []).map(({ provider }) => provider));
  const clouds: CloudFootprint[] = [];
  for (const provider of cloudProviders) {
    if (snapshot && !present.has(provider)) continue;
    const accounts = (snapshot?.accounts() ?? []).flatMap((each) => (each.provider === provider ? [each.account] : []));
    const { principals, calls } = ownParts(snapshot?.manifest ?? null, provider);
    clouds.push({
      provider,
      principals,
      accounts,
      calls,
      permissionsUsed: await permissionsUsed(Object.keys(calls)),
      created: [],
      grant: { what: messages.live.footprint.grants[provider], ...grants[provider]() },
    });
  }
  const texts = messages.live.footprint;
  const data = dataFolder(variables);
  const kept = existsSync(data) ? readdirSync(data).sort() : [];
  const local = [
    ...(folder === null ? [] : [{ path: folder, what: texts.snapshotFolder }]),
    ...kept.map((name) => ({ path: join(data, name), what: /\.(?:key|pem)$/.test(name) ? texts.dataFile : texts.snapshotFolder })),
  ];
  return { schemaVersion: '1', folder, clouds, local };
}

function ownParts(manifest: SnapshotManifest | null, provider: CloudProvider): Pick<CloudFootprint, 'principals' | 'calls'> {
  return {
    principals: (manifest?.principals ?? []).flatMap((each) => (each.provider === provider ? [each.principal] : [])),
    calls: Object.fromEntries(Object.entries(manifest?.calls ?? {}).filter(([call]) => call.startsWith(`${provider}:`))),
  };
}

const grants: Readonly<Record<CloudProvider, () => Omit<CloudFootprint['grant'], 'what'>>> = {
  aws: () => {
    const documents: unknown = JSON.parse(collectPolicyText({ provider: 'aws', format: 'json' }));
    const policies = Array.from({ length: Array.isArray(documents) ? documents.length : 1 }, (_, index) => `KumomoriReadOnly-${index + 1}`);
    const arn = (name: string): string => `arn:aws:iam::ACCOUNT:policy/${name}`;
    return {
      print: 'kumomori collect aws --print-policy cloudformation',
      remove: [
        'aws cloudformation delete-stack --stack-name STACK',
        'terraform destroy',
        ...policies.map((name) => `aws iam detach-role-policy --role-name KumomoriReadOnly --policy-arn ${arn(name)}`),
        'aws iam delete-role --role-name KumomoriReadOnly',
        ...policies.map((name) => `aws iam delete-policy --policy-arn ${arn(name)}`),
      ],
    };
  },
  azure: () => ({
    print: 'kumomori collect azure --print-policy json',
    remove: [
      'az role assignment delete --assignee PRINCIPAL --role "kumomori collector" --scope /subscriptions/SUBSCRIPTION_ID',
      'az role definition delete --name "kumomori collector"',
    ],
  }),
  gcp: () => ({
    print: 'kumomori collect gcp --print-policy json',
    remove: [
      'gcloud projects remove-iam-policy-binding PROJECT --member PRINCIPAL --role ROLE',
      'gcloud iam roles delete ROLE --project PROJECT',
    ],
  }),
  kubernetes: () => ({
    print: 'kumomori collect k8s --print-policy yaml',
    remove: [
      'kubectl delete clusterrolebinding kumomori-collector',
      'kubectl delete clusterrole kumomori-collector',
      'kubectl delete namespace kumomori',
    ],
  }),
};
