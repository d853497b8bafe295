/** All clouds other than AWS together. */
import type { Workload } from '@kumomori/model';
import { accountIn, cloudWorlds } from '../../../iam/clouds/index.ts';
import type { CloudWorld } from '../../../iam/clouds/index.ts';
import type { AccessOracle, PathInputs, PathPrincipal, PathWorkload } from '../../inputs.ts';
import type { Building } from '../context.ts';
import { azureParts } from './azure.ts';
import { gcpParts } from './gcp.ts';
import { kubernetesParts } from './kubernetes.ts';
import { cloudOracle } from './oracle.ts';
import type { CloudParts } from './parts.ts';
import { principalsFrom, waysFor } from './parts.ts';

export interface CloudFacts extends Pick<PathInputs, 'objects' | 'trusts'> {
  readonly principals: readonly PathPrincipal[];
  readonly workloads: readonly PathWorkload[];
  readonly ways: NonNullable<PathInputs['ways']>;
  readonly oracle: (rest: AccessOracle) => AccessOracle;
  readonly identitiesOf: (workload: Workload) => readonly string[];
  readonly accountOf: CloudParts['accountOf'];
  readonly publicTo: NonNullable<CloudParts['publicTo']>;
  readonly isCallable: NonNullable<CloudParts['isCallable']>;
  /** Ids of principals whose key a name stands for. */
  readonly principalsOfKey: (name: string) => readonly string[];
}

export function cloudFacts(building: Building): CloudFacts {
  const worlds = cloudWorlds(building.estate);
  const { kubernetes, gcp, azure } = worlds;
  const parts: readonly CloudParts[] = [
    ...(kubernetes ? [kubernetesParts(building, kubernetes)] : []),
    ...(gcp ? [gcpParts(building, gcp, kubernetes)] : []),
    ...(azure ? [azureParts(building, azure, kubernetes?.cluster ?? null)] : []),
  ];
  return {
    principals: parts.flatMap(({ world }) => principalsFrom(building, world)),
    workloads: parts.flatMap(({ workloads }) => workloads),
    objects: parts.flatMap(({ objects }) => objects),
    trusts: parts.flatMap(({ trusts }) => trusts),
    ways: parts.flatMap((each) => [...each.ways, ...waysFor(building, each)]),
    oracle: (rest) => cloudOracle(building, worlds.all, rest),
    identitiesOf: (workload) => parts.flatMap(({ identitiesOf }) => identitiesOf(workload)),
    publicTo: (store, actions) => parts.map(({ publicTo }) => publicTo?.(store, actions) ?? false).find((each) => each !== false) ?? false,
    isCallable: (workload) => parts.some(({ isCallable }) => isCallable?.(workload) === true),
    principalsOfKey: (name) => keyHolders(building, worlds.all, name),
    accountOf: (thing) => parts.reduce((account, each) => (account === thing.account ? each.accountOf(thing) : account), thing.account),
  };
}

function keyHolders({ estate }: Building, worlds: readonly CloudWorld[], name: string): readonly string[] {
  const names = estate.named('identity-binding', name).flatMap(({ how, to }) => (how === 'key' ? to.items : []));
  return [...new Set(names.flatMap((text) => worlds.flatMap((world) => world.find(accountIn(text) ?? text))).map(({ id }) => id))];
}
