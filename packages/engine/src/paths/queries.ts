/** Which question of the catalogue of attack paths a found path answers. The first that fits; ids are kept for ever. */
import type { EdgeKind } from './edges.ts';
import { isDevelopment, isProduction } from './stages.ts';
import type { PathStep } from './steps.ts';

export type EntryKind = 'internet' | 'code' | 'partner' | 'ci' | 'leaver' | 'dormant' | 'principal' | 'workload' | 'store';
export type GoalKind = 'admin' | 'data' | 'deletion' | 'copy' | 'domain' | 'key';

export interface PathShape {
  readonly entry: EntryKind;
  readonly goal: GoalKind;
  readonly steps: readonly PathStep[];
  /** Kind of the first thing reached and of the goal, `aws.ec2.instance`. */
  readonly firstKind: string | null;
  readonly goalKind: string | null;
  /** Environments of the first and the last thing. */
  readonly environments: readonly [string | null, string | null];
}

interface Query {
  readonly id: string;
  /** `{0}` entry, `{1}` goal. */
  readonly title: string;
  readonly fits: (shape: PathShape) => boolean;
}

const has =
  (...edges: readonly EdgeKind[]) =>
  ({ steps }: PathShape) =>
    steps.some(({ edge }) => edges.includes(edge));
const from =
  (...entries: readonly EntryKind[]) =>
  ({ entry }: PathShape) =>
    entries.includes(entry);
const says = (shape: PathShape, id: string, arg?: string) =>
  shape.steps.some((step) =>
    [step.reason, ...step.requirements].some((each) => each.id === id && (arg === undefined || each.args.includes(arg))),
  );
const toData = ({ goal }: PathShape) => goal === 'data';

export const QUERIES: readonly Query[] = [
  { id: 'log-or-backup-deletable', title: '{0} can delete {1}', fits: ({ goal }) => goal === 'deletion' },
  { id: 'subdomain-takeover', title: 'Anybody can serve pages under {1}', fits: ({ goal }) => goal === 'domain' },
  { id: 'data-leaving', title: 'Data of {0} goes out to {1}', fits: ({ goal }) => goal === 'copy' },
  { id: 'key-wider-than-data', title: '{0} may decrypt with {1}, and reads nothing that it encrypts', fits: ({ goal }) => goal === 'key' },
  { id: 'leaver-to-sensitive-data', title: '{0} has left and still gets to {1}', fits: (it) => from('leaver')(it) && toData(it) },
  { id: 'leaver-to-admin', title: '{0} has left and still gets to {1}', fits: from('leaver') },
  {
    id: 'internet-ssh-to-sensitive-data',
    title: 'From the internet by SSH to {1}',
    fits: (it) => from('internet')(it) && says(it, 'signs-in', 'SSH') && toData(it),
  },
  {
    id: 'internet-ssh-to-admin',
    title: 'From the internet by SSH to administrator rights',
    fits: (it) => from('internet')(it) && says(it, 'signs-in', 'SSH'),
  },
  {
    id: 'internet-remote-login',
    title: 'From the internet by remote login to {1}',
    fits: (it) => from('internet')(it) && says(it, 'signs-in'),
  },
  {
    id: 'role-open-to-everybody',
    title: 'Anybody may assume a role that gets to {1}',
    fits: (it) => says(it, 'trusts-anyone') || says(it, 'trusts-any-build'),
  },
  {
    id: 'kubernetes-to-cloud',
    title: '{0} gets through Kubernetes to {1}',
    fits: (it) => says(it, 'trusts-service-account') || has('CONTAINER_ESCAPE')(it),
  },
  {
    id: 'internet-exploit',
    title: 'From the internet through a vulnerability to {1}',
    fits: (it) => from('internet')(it) && (has('EXPLOITS')(it) || says(it, 'vulnerable')),
  },
  { id: 'metadata-credential-theft', title: 'Credentials of an exposed instance lead to {1}', fits: has('CRED_THEFT_IMDS') },
  { id: 'public-snapshot', title: '{1} is shared with everybody', fits: (it) => says(it, 'shared-with-all') },
  { id: 'public-database', title: '{1} answers the internet', fits: (it) => says(it, 'reaches-database') },
  {
    id: 'public-store-with-sensitive-data',
    title: 'Everybody can read {1}',
    fits: (it) => from('internet')(it) && it.steps.length === 1 && toData(it),
  },
  { id: 'public-writable-store', title: 'What everybody can write leads to {1}', fits: (it) => says(it, 'public-write') },
  { id: 'topic-open-to-privileged-function', title: 'A message from anybody leads to {1}', fits: has('TRIGGERS') },
  { id: 'public-function-to-privileged-role', title: 'A function that anybody may call leads to {1}', fits: (it) => says(it, 'callable') },
  { id: 'leaked-credential', title: 'A credential in the open leads to {1}', fits: has('LEAKS_CREDENTIAL') },
  { id: 'ci-identity', title: 'Builds of {0} get to {1}', fits: from('ci') },
  { id: 'cross-account-trust', title: '{0} from outside gets to {1}', fits: from('partner') },
  { id: 'dormant-privileged-identity', title: '{0}, long unused, gets to {1}', fits: from('dormant') },
  { id: 'tag-condition-bypass', title: '{0} sets a tag and gets to {1}', fits: (it) => says(it, 'tags') },
  { id: 'boundary-removable', title: '{0} removes its boundary and gets to {1}', fits: has('CAN_REMOVE_BOUNDARY') },
  { id: 'boundary-absent', title: '{0} makes identities that nothing limits and gets to {1}', fits: has('CAN_CREATE_PRINCIPAL') },
  {
    id: 'function-code-writable',
    title: '{0} replaces the code of a function and gets to {1}',
    fits: (it) => says(it, 'control') && it.steps.some(({ escalation }) => escalation?.startsWith('lambda-')),
  },
  { id: 'code-store-to-privileged-workload', title: '{0} replaces code and gets to {1}', fits: (it) => says(it, 'code-from') },
  {
    id: 'workload-with-admin',
    title: 'Code that runs as {0} gets administrator rights',
    fits: (it) => from('workload')(it) && it.goal === 'admin',
  },
  { id: 'pass-role', title: '{0} passes a role and gets to {1}', fits: has('CAN_LAUNCH') },
  {
    ...{ id: 'development-to-production', title: 'From {0} in development to {1} in production' },
    fits: ({ entry, environments: [first, last] }) => entry !== 'internet' && isDevelopment(first) && isProduction(last),
  },
  {
    ...{ id: 'role-chain-to-admin', title: '{0} can assume administrator rights' },
    fits: ({ goal, steps }) => goal === 'admin' && steps.every(({ edge }) => edge === 'CAN_ASSUME' || edge === 'HAS_ADMIN'),
  },
  { id: 'privilege-escalation', title: '{0} becomes administrator', fits: ({ goal }) => goal === 'admin' },
  { id: 'escalation-to-data', title: '{0} escalates to {1}', fits: () => true },
];

/** The question that a path answers, and its title. */
export function queryOf(shape: PathShape): { readonly id: string; readonly title: string } {
  const { id, title } = QUERIES.find(({ fits }) => fits(shape)) ?? { id: 'escalation-to-data', title: '{0} escalates to {1}' };
  return { id, title };
}
