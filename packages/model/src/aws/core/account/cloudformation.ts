import type { BlockReader, Leaf, Place, ReaderContext } from '../../../code/index.ts';
import { defineCloudFormation, unresolved } from '../../../code/index.ts';
import type { Account } from './shape.ts';
import { someExists } from './some-exists.ts';

/** Types by which a template shows that it sets up an account's security services. */
const detectiveServices = [
  'AWS::CloudTrail::Trail',
  'AWS::Config::ConfigurationRecorder',
  'AWS::GuardDuty::Detector',
  'AWS::SecurityHub::Hub',
  'AWS::AccessAnalyzer::Analyzer',
  'AWS::Macie::Session',
];

export const cloudformation = defineCloudFormation<Account>({
  types: [],
  anchor(context) {
    const present = detectiveServices.map((type) => context.all(type)).filter((blocks) => blocks.length > 0);
    return present.length >= 2 ? (present[0]?.[0] ?? null) : null;
  },
  read: (anchor, context) => ({
    securityHub: someExists([...context.all('AWS::SecurityHub::Hub'), ...context.all('AWS::SecurityHub::DelegatedAdmin')], anchor.place),
    externalAccessAnalyzer: analyzer(context, anchor.place),
    supportAccess: someExists(supportGrants(context), anchor.place),
  }),
});

/** `Type` is required; one that is not known may be for unused access. */
function analyzer(context: ReaderContext, anchor: Place): Leaf<boolean> {
  const all = context.all('AWS::AccessAnalyzer::Analyzer').map((block) => ({ block, type: block.string('Type', { required: true }) }));
  const external = all.filter(({ type }) => type.value === 'ACCOUNT' || type.value === 'ORGANIZATION');
  const open = all.find(({ type }) => type.state === 'unresolved');
  const found = someExists(
    external.map(({ block }) => block),
    anchor,
  );
  return found.value === true || !open
    ? found
    : unresolved(open.type.reason ?? { code: 'computed', detail: 'its type is not known' }, open.type.place);
}

/** Roles, groups and permission sets that hold AWS's policy for support cases. */
function supportGrants(context: ReaderContext): readonly BlockReader[] {
  const holders = ['AWS::IAM::Role', 'AWS::IAM::Group', 'AWS::IAM::User'].flatMap((type) => context.all(type));
  const sets = context.all('AWS::SSO::PermissionSet');
  return [...holders, ...sets].filter((block) =>
    ['ManagedPolicyArns', 'ManagedPolicies'].some((attribute) =>
      block.strings(attribute).items.some(({ node }) => node.value?.endsWith('/AWSSupportAccess') ?? false),
    ),
  );
}
