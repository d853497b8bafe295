/** Ways to a service account of a project. */
import type { Change, WayCase } from '../way-case.ts';
import { adding, allowedStill, constraint, denial, deployer, may, stopped } from './parts.ts';

const ACT_AS = 'iam.serviceAccounts.actAs';

/** The account is not there to be had. */
const spoiled: readonly Change[] = [
  [
    'the account is in another project',
    'account_id = "deployer"\n  project    = "orders"',
    'account_id = "deployer"\n  project    = "billing"',
  ],
  ['the account has no rights', 'roles/owner', 'roles/browser'],
];

interface OverAccount {
  readonly way: string;
  readonly edge: string;
  readonly permissions: readonly string[];
  readonly sameWith?: WayCase['sameWith'];
  readonly closedBy?: readonly Change[];
}

function overAccount({ way, edge, permissions, sameWith = [], closedBy = [] }: OverAccount): WayCase {
  return {
    ...{ way, code: deployer + may(permissions) },
    tells: `alice@example.com: ${edge} google_service_account.deployer, HAS_ADMIN admin`,
    sameWith: [...allowedStill(permissions[0] ?? ''), ...sameWith],
    closedBy: [...stopped(permissions), ...spoiled, ...closedBy],
  };
}

const KEYS = 'iam.serviceAccountKeys.create';
const key = overAccount({
  ...{ way: 'gcp-key', edge: 'CAN_CREATE_KEY', permissions: [KEYS] },
  closedBy: [
    adding('the organization lets no keys be made', constraint('iam.disableServiceAccountKeyCreation')),
    adding('the organization lets no keys be made, by the newer constraint', constraint('iam.managed.disableServiceAccountKeyCreation')),
  ],
});

/** The right to act as an account and what makes something that runs as it; each at the level where it counts. */
function launch(way: string, permissions: readonly string[], more: Pick<OverAccount, 'sameWith' | 'closedBy'> = {}): WayCase {
  return overAccount({ way, edge: 'CAN_LAUNCH', permissions: [ACT_AS, ...permissions], ...more });
}

const instance = ['compute.instances.create', 'compute.instances.setServiceAccount', 'compute.disks.create', 'compute.subnetworks.use'];

export const accountCases: readonly WayCase[] = [
  overAccount({ way: 'gcp-token', edge: 'CAN_ASSUME', permissions: ['iam.serviceAccounts.getAccessToken'] }),
  overAccount({ way: 'gcp-sign-jwt', edge: 'CAN_ASSUME', permissions: ['iam.serviceAccounts.signJwt'] }),
  overAccount({ way: 'gcp-sign-blob', edge: 'CAN_ASSUME', permissions: ['iam.serviceAccounts.signBlob'] }),
  overAccount({ way: 'gcp-account-policy', edge: 'CAN_GRANT_SELF', permissions: ['iam.serviceAccounts.setIamPolicy'] }),
  {
    ...key,
    // Whom keys are denied as well is no administrator any more, but becomes one.
    sameWith: [
      ['# more\n', denial(KEYS, { of: 'principal://goog/subject/bob@example.com' })],
      ['# more\n', constraint('iam.disableServiceAccountKeyCreation', false)],
      ['# more\n', constraint('iam.disableServiceAccountCreation')],
    ],
  },
  launch('gcp-instance', instance, { sameWith: [['compute.disks.create', 'compute.disks.use']] }),
  launch('gcp-function', ['cloudfunctions.functions.create']),
  launch('gcp-run', ['run.services.create']),
  launch('gcp-run-job', ['run.jobs.create', 'run.jobs.run'], { sameWith: [['run.jobs.run"', 'run.jobs.runWithOverrides"']] }),
  launch('gcp-build', ['cloudbuild.builds.create']),
  launch('gcp-infrastructure', ['config.deployments.create']),
  launch('gcp-dataflow', ['dataflow.jobs.create']),
  launch('gcp-dataproc', ['dataproc.clusters.create']),
  launch('gcp-composer', ['composer.environments.create']),
  launch('gcp-notebook', ['notebooks.instances.create']),
  launch('gcp-scheduler', ['cloudscheduler.jobs.create']),
  launch('gcp-workflow', ['workflows.workflows.create', 'workflows.executions.create']),
  launch('gcp-vertex', ['aiplatform.customJobs.create']),
  launch('gcp-app', ['appengine.versions.create']),
];
