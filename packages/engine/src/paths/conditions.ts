/** What must hold besides and is not known, in English: flags of the catalogue, and what no configuration says. `{0}` is the node. */
const TEXTS = {
  'has-execution-role': '{0} has an execution role',
  'has-stack-instance': '{0} has a stack in this account',
  'is-ready': '{0} is ready for use',
  'is-running': '{0} is running',
  'is-ssm-managed': '{0} is managed by Systems Manager',
  'has-instance-connect': '{0} has EC2 Instance Connect installed',
  'ssh-is-reachable': '{0} is reachable by SSH',
  'is-used-by-launcher': 'something starts instances from {0}',
  'allows-buildspec-override': '{0} takes another buildspec when a build starts',
  'has-batch-builds': '{0} has batch builds configured',
  'gets-invoked': '{0} is invoked by somebody else',
  'allows-execute-command': '{0} has ECS Exec switched on',
  'has-free-key-slot': '{0} has fewer than two access keys',
  'has-no-free-key-slot': '{0} has two access keys',
  'has-password': '{0} has a password',
  'has-no-password': '{0} has no password',
  'has-wider-version': 'an older version of {0} allows more',
  exists: 'there is a {0} to use',
  'in-instance-profile': 'an instance profile holds {0}',
  'no-boundary': 'neither a boundary nor the organization limits {0}',
  'forwards-requests': 'an application on {0} can be made to send requests',
  'forwards-requests-and-open-metadata': 'an application on {0} can be made to send requests, and IMDSv1 is on',
  'loads-again': '{0} loads its code again',
  'code-is-abusable': 'the code of {0} can be made to do what it should not',
  'weak-password': 'the password of {0} is weak or known',
  'password-login': '{0} lets people sign in with a password',
  'network-passes': 'traffic passes from {0} to {1}',
  'held-by-nobody': '{0} is held in no other account of your own',
  'other-account-abused': 'somebody in {0} who may do so is taken over, or turns against you',
  'key-admits': 'the policy of {0} lets it in as well',
  'identity-center-user': 'the attacker can sign in as a user of Identity Center',
} as const satisfies Readonly<Record<string, string>>;

export type ConditionId = keyof typeof TEXTS;

/** Ids of all conditions. */
export const CONDITION_IDS: readonly string[] = Object.keys(TEXTS);

/** The English text of a condition. */
export function conditionText({ id, args }: { readonly id: string; readonly args: readonly string[] }): string {
  const texts: Readonly<Record<string, string>> = TEXTS;
  return (texts[id] ?? id).replaceAll(/\{(\d)\}/g, (_all, place: string) => args[Number(place)] ?? '');
}
