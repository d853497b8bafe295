import type { BlockReader, Leaf, Place, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, unresolved } from '../../../code/index.ts';
import type { Account } from './shape.ts';
import { someExists } from './some-exists.ts';

/** Block types by which a root module shows that it sets up an account's security services. */
const detectiveServices = [
  'aws_cloudtrail',
  'aws_config_configuration_recorder',
  'aws_guardduty_detector',
  'aws_securityhub_account',
  'aws_accessanalyzer_analyzer',
  'aws_macie2_account',
  'aws_inspector2_enabler',
];

export const terraform = defineTerraform<Account>({
  types: [],
  anchor(context) {
    const present = detectiveServices.map((type) => context.all(type)).filter((blocks) => blocks.length > 0);
    return present.length >= 2 ? (present[0]?.[0] ?? null) : null;
  },
  read(anchor, context) {
    return {
      securityHub: someExists(
        [...context.all('aws_securityhub_account'), ...context.all('aws_securityhub_organization_admin_account')],
        anchor.place,
      ),
      externalAccessAnalyzer: analyzer(context, anchor.place),
      supportAccess: someExists(supportGrants(context), anchor.place),
    };
  },
});

/** An analyzer whose type is not known may be one for unused access. */
function analyzer(context: ReaderContext, anchor: Place): Leaf<boolean> {
  const all = context.all('aws_accessanalyzer_analyzer').map((block) => ({ block, type: block.string('type', { default: 'ACCOUNT' }) }));
  const external = all.filter(({ type }) => type.value === 'ACCOUNT' || type.value === 'ORGANIZATION');
  const open = all.find(({ type }) => type.state === 'unresolved');
  const found = someExists(
    external.map(({ block }) => block),
    anchor,
  );
  return found.value === true || !open ? found : unresolved({ code: 'computed', detail: 'its type is not known' }, open.type.place);
}

/** Blocks that give AWS's policy for support cases to somebody. */
function supportGrants(context: ReaderContext): readonly BlockReader[] {
  const attachments = ['role', 'group', 'user'].map((holder) => `aws_iam_${holder}_policy_attachment`);
  const attached = [...attachments, 'aws_iam_policy_attachment', 'aws_ssoadmin_managed_policy_attachment'].flatMap((type) =>
    context.all(type),
  );
  return [...attached, ...context.all('aws_iam_role')].filter((block) =>
    ['policy_arn', 'managed_policy_arn', 'managed_policy_arns'].some((attribute) =>
      block.strings(attribute).items.some(({ node }) => node.value?.endsWith('/AWSSupportAccess') ?? false),
    ),
  );
}
