/** The account itself, its contacts, and each of its regions with the services that watch it. Sources: API references named below, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, Missing, whenKnown } from '../../live/index.ts';
import { regionStatus } from './live-region.ts';

/** Whichever answers in a region shows that there is one. */
const OF_REGIONS: Readonly<Record<string, readonly string[]>> = {
  'guardduty:ListDetectors': [],
  'config:DescribeConfigurationRecorders': [],
  'accessanalyzer:ListAnalyzers': [],
  'inspector2:BatchGetAccountStatus': [],
  'securityhub:DescribeHub': ['InvalidAccessException', 'ResourceNotFoundException'],
};

export const live: readonly LiveSource[] = [
  { call: 'sts:GetCallerIdentity', items: '', types: ['aws.core.account'], declare: account },
  ...Object.entries(OF_REGIONS).map(([call, absent]): LiveSource => ({
    call,
    items: '',
    types: ['aws.core.region'],
    absent,
    declare: (_, context) => regionStatus(context),
  })),
];

const CONTACTS = ['SECURITY', 'BILLING', 'OPERATIONS'];

function account(_: Json, context: LiveContext): LiveThing {
  const { account } = context;
  const [alias] = context.list('iam:ListAccountAliases', 'AccountAliases');
  return {
    type: 'aws.core.account',
    id: account,
    name: typeof alias === 'string' ? `${account} (${alias})` : account,
    properties: {
      AlternateContacts: CONTACTS.flatMap((kind): readonly LiveValue[] => {
        const contact = context.answer('account:GetAlternateContact', { AlternateContactType: kind }, ['ResourceNotFoundException']);
        return contact instanceof Missing ? [contact] : itemsAt(contact, 'AlternateContact').map(() => kind);
      }),
      HasPrimaryContact: whenKnown(
        context.answer('account:GetContactInformation', {}, ['ResourceNotFoundException']),
        (json) => itemsAt(json, 'ContactInformation').length > 0,
      ),
    },
  };
}
