/** Answers of the Organizations API, in the words of CloudFormation. Source: AWS Organizations API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, policyJson, textOf, whenKnown } from '../../live/index.ts';
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
    types: ['AWS::Organizations::Policy'],
    after: 'organizations:DescribeOrganization',
    absent: ['PolicyTypeNotAvailableForOrganizationException', 'InvalidInputException'],
    declare: policy,
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

function policy(item: Json, context: LiveContext): LiveThing | null {
  const [id, arn] = [textOf(item, 'Id'), textOf(item, 'Arn')];
  // FullAWSAccess and its like only keep the list from being empty.
  if (id === undefined || arn === undefined || jsonAt(item, 'AwsManaged') === true) return null;
  const details = context.answer('organizations:DescribePolicy', { PolicyId: id });
  return {
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
