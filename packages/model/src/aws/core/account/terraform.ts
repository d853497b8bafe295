import type { BlockReader, Leaf, Place } from '../../../terraform/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../terraform/index.ts';
import type { Account } from './shape.ts';

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
    const analyzers = context.all('aws_accessanalyzer_analyzer').filter((analyzer) => {
      const type = analyzer.string('type', { default: 'ACCOUNT' });
      return type.value === undefined || type.value === 'ACCOUNT' || type.value === 'ORGANIZATION';
    });
    return {
      securityHub: someExists(
        [...context.all('aws_securityhub_account'), ...context.all('aws_securityhub_organization_admin_account')],
        anchor.place,
      ),
      externalAccessAnalyzer: someExists(analyzers, anchor.place),
    };
  },
});

/** True at the first block that certainly exists; unresolved when only uncertain ones are there; false at the anchor otherwise. */
function someExists(blocks: readonly BlockReader[], anchor: Place): Leaf<boolean> {
  const certain = blocks.find((block) => !block.uncertain);
  if (certain) return explicit(true, certain.place);
  const [uncertain] = blocks;
  return uncertain
    ? unresolved({ code: 'computed', detail: 'it is not known whether it is created' }, uncertain.place)
    : byDefault(false, anchor);
}
