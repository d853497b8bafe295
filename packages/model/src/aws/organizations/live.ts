/** Answers of the Organizations API, in the words of CloudFormation. Source: AWS Organizations API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, Missing, policyJson, textOf, whenKnown } from '../../live/index.ts';
import { unaskedTags } from '../core/unasked-tags.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'organizations:DescribeOrganization',
    items: 'Organization',
    types: ['AWS::Organizations::Organization', 'aws.organizations.membership'],
    absent: ['AWSOrganizationsNotInUseException'],
    declare: organization,
  },
  {
    call: 'organizations:ListPolicies',
    items: 'Policies',
    types: ['AWS::Organizations::Policy', 'aws.organizations.attachment'],
    after: 'organizations:DescribeOrganization',
    absent: ['PolicyTypeNotAvailableForOrganizationException', 'InvalidInputException'],
    declare: policy,
  },
  {
    call: 'organizations:ListRoots',
    items: 'Roots',
    types: ['aws.organizations.root'],
    after: 'organizations:DescribeOrganization',
    declare: (item) => node(item, 'aws.organizations.root', {}),
  },
  {
    call: 'organizations:ListOrganizationalUnitsForParent',
    items: 'OrganizationalUnits',
    types: ['AWS::Organizations::OrganizationalUnit'],
    after: 'organizations:DescribeOrganization',
    declare: (item, { request }) => node(item, 'AWS::Organizations::OrganizationalUnit', { ParentId: textOf(request, 'ParentId') }),
  },
  {
    call: 'organizations:ListAccountsForParent',
    items: 'Accounts',
    types: ['AWS::Organizations::Account'],
    after: 'organizations:DescribeOrganization',
    declare: (item, { request }) => {
      const parent = textOf(request, 'ParentId');
      return node(item, 'AWS::Organizations::Account', { Email: textOf(item, 'Email'), ParentIds: parent === undefined ? [] : [parent] });
    },
  },
  {
    call: 'organizations:ListDelegatedAdministrators',
    items: 'DelegatedAdministrators',
    types: ['AWS::SecurityHub::DelegatedAdmin'],
    absent: ['AWSOrganizationsNotInUseException'],
    declare: administrator,
  },
];

/** The organization itself is seen from its management account only: members can neither read its policies nor change them. */
function organization(item: Json, { account }: LiveContext): readonly LiveThing[] {
  const id = textOf(item, 'Arn');
  const membership: LiveThing = {
    type: 'aws.organizations.membership',
    id: `${account}#organization`,
    name: account,
    properties: { IsMember: id !== undefined },
  };
  if (id === undefined || textOf(item, 'MasterAccountId') !== account) return [membership];
  const name = textOf(item, 'Id') ?? id;
  return [membership, { type: 'AWS::Organizations::Organization', id, name, properties: { FeatureSet: textOf(item, 'FeatureSet') } }];
}

/** A root, a unit or an account, by its id and ARN. */
function node(item: Json, type: string, properties: Readonly<Record<string, LiveValue>>): LiveThing | null {
  const [id, arn, name] = [textOf(item, 'Id'), textOf(item, 'Arn'), textOf(item, 'Name')];
  if (id === undefined || arn === undefined) return null;
  return { type, id: arn, ...(name !== undefined && { name }), names: [id], properties: { Name: name, ...properties, Tags: unaskedTags } };
}

/** Types that limit access: of the others it is not asked where they hang. */
const LIMITS: ReadonlySet<string | undefined> = new Set(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY']);

/** Where a policy hangs, in the words of Terraform: templates list targets at the policy. */
function attachments(item: Json, id: string, context: LiveContext): readonly LiveThing[] {
  if (!LIMITS.has(textOf(item, 'Type'))) return [];
  const attachment = (target: string | Missing): LiveThing => ({
    type: 'aws.organizations.attachment',
    id: `${target instanceof Missing ? '' : target}:${id}`,
    properties: { policy_id: id, target_id: target },
  });
  const answer = context.answer('organizations:ListTargetsForPolicy', { PolicyId: id });
  if (answer instanceof Missing) return [attachment(answer)];
  return itemsAt(answer, 'Targets').flatMap((each) => {
    const target = textOf(each, 'TargetId');
    return target === undefined ? [] : [attachment(target)];
  });
}

function policy(item: Json, context: LiveContext): readonly LiveThing[] {
  const [id, arn] = [textOf(item, 'Id'), textOf(item, 'Arn')];
  if (id === undefined || arn === undefined) return [];
  const hangs = attachments(item, id, context);
  // FullAWSAccess and its like only keep the list from being empty: only where they hang counts.
  if (jsonAt(item, 'AwsManaged') === true) return hangs;
  const details = context.answer('organizations:DescribePolicy', { PolicyId: id });
  const own: LiveThing = {
    type: 'AWS::Organizations::Policy',
    id: arn,
    name: textOf(item, 'Name') ?? id,
    names: [id],
    properties: {
      Name: textOf(item, 'Name'),
      Type: textOf(item, 'Type'),
      Content: whenKnown(details, (json) => policyJson(jsonAt(json, 'Policy.Content'))),
      Tags: unaskedTags,
    },
  };
  return [own, ...hangs];
}

/** Services by which an administrator watches or guards the other accounts. */
const GUARDS = /^(?:securityhub|guardduty|macie|inspector2|access-analyzer|detective|config|cloudtrail)\.amazonaws\.com$/;

function administrator(item: Json, context: LiveContext): LiveThing | null {
  const id = textOf(item, 'Id');
  if (id === undefined) return null;
  const services = context.answer('organizations:ListDelegatedServicesForAccount', { AccountId: id });
  return {
    type: 'AWS::SecurityHub::DelegatedAdmin',
    id: `${textOf(item, 'Arn') ?? id}#administrator`,
    name: textOf(item, 'Name') ?? id,
    properties: {
      AdminAccountId: id,
      IsGuard: whenKnown(services, (json) =>
        itemsAt(json, 'DelegatedServices').some((each) => GUARDS.test(textOf(each, 'ServicePrincipal') ?? '')),
      ),
    },
  };
}
