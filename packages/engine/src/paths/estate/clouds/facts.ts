/** All clouds other than AWS together. */
import type { DataStore, Workload } from '@kumomori/model';
import { cloudWorlds } from '../../../iam/clouds/index.ts';
import type { AccessOracle, PathCondition, PathInputs, PathPrincipal, PathWorkload } from '../../inputs.ts';
import type { Building } from '../context.ts';
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
  /** Whether one of the actions is allowed to everybody. */
  readonly publicTo: (store: DataStore, actions: readonly string[]) => boolean | PathCondition;
}

export function cloudFacts(building: Building): CloudFacts {
  const worlds = cloudWorlds(building.estate);
  const parts: readonly CloudParts[] = [...(worlds.kubernetes ? [kubernetesParts(building, worlds.kubernetes)] : [])];
  return {
    principals: parts.flatMap(({ world }) => principalsFrom(building, world)),
    workloads: parts.flatMap(({ workloads }) => workloads),
    objects: parts.flatMap(({ objects }) => objects),
    trusts: parts.flatMap(({ trusts }) => trusts),
    ways: parts.flatMap((each) => [...each.ways, ...waysFor(building, each)]),
    oracle: (rest) => cloudOracle(building, worlds.all, rest),
    identitiesOf: (workload) => parts.flatMap(({ identitiesOf }) => identitiesOf(workload)),
    publicTo: () => false,
    accountOf: (thing) => parts.reduce((account, each) => (account === thing.account ? each.accountOf(thing) : account), thing.account),
  };
}
