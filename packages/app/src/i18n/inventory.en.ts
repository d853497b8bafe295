/** Inventory: resources that nobody answers for, accounts that nobody collected. */
const s = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const inventory = {
  cli: {
    description: 'List live resources that nobody answers for, and accounts that collected ones refer to but nobody collected.',
    snapshot: 'snapshot folder of collect',
    code: 'folder or file of the code: what is in it and in its states is managed',
    state: 'Terraform state (version 4), may be given several times',
    events: 'CloudTrail logs (files, folders, gz): what was made in the console, and by whom',
    ownerTag: 'tag or label that names an owner, may be given several times (default: owner, team, contact and the like)',
    limit: 'how many resources and accounts the table shows (default: 20); 0: all',
  },
  orphans: (count: number, resources: number) => `Resources that nobody answers for (${count} of ${resources})`,
  noOrphans: (resources: number) => `Somebody answers for each of the ${s(resources, 'resource')}.`,
  notCompared: 'What is in code or state is not known: give --code or --state.',
  unknownTags: (count: number) => `The tags of ${s(count, 'resource')} were not collected: nothing is said of their owner.`,
  shadows: (count: number) => `Accounts that are referred to and were not collected (${count})`,
  noShadows: 'Every account that is referred to was collected.',
  ownedBy: (owner: string) => `of ${owner}`,
  more: (count: number) => `and ${count} more; --limit 0 shows all`,
  columns: {
    score: 'SCORE',
    type: 'TYPE',
    resource: 'RESOURCE',
    why: 'WHY',
    account: 'ACCOUNT',
    references: 'REFERENCES',
    first: 'FOR EXAMPLE',
  },
  reasons: {
    unmanaged: 'in no code and no state',
    'no-owner': 'no owner tag',
    console: (principal: string, time: string) => `made in the console by ${principal}, ${time}`,
  },
  kinds: {
    organization: 'member of the organization',
    peering: 'network peering',
    'role-trust': 'trusted by a role',
    'resource-policy': 'named in a resource policy',
    grant: 'member of a policy',
    'log-destination': 'logs are sent there',
    dns: 'DNS',
    permission: 'permission on things there',
    reference: 'named',
  },
  by: (kind: string, resource: string, account: string) => `${kind}: ${resource} (${account})`,
};
