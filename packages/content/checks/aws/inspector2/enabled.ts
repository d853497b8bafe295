/** Known vulnerabilities are looked for in servers, images and functions alike, or in none. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Inspector scans EC2, ECR and Lambda', ja: 'Inspector が EC2・ECR・Lambda を検査する' },
  severity: 'high',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.inspector2.enabler',
  why: {
    en: 'What Inspector does not scan keeps known vulnerabilities until somebody exploits them.',
    ja: '検査対象から外れたものには、悪用されるまで既知の脆弱性が残ります。',
  },
  fix: {
    summary: { en: 'Name EC2, ECR and LAMBDA in resource_types.', ja: 'resource_types に EC2・ECR・LAMBDA を指定してください。' },
    terraform: `data "aws_caller_identity" "current" {}
resource "aws_inspector2_enabler" "main" {
  account_ids    = [data.aws_caller_identity.current.account_id]
  resource_types = ["EC2", "ECR", "LAMBDA"]
}`,
    cli: 'aws inspector2 enable --resource-types EC2 ECR LAMBDA',
  },
  references: ['https://docs.aws.amazon.com/inspector/latest/user/scanning-resources.html'],
  equivalents: ['Inspector.1', 'Inspector.2', 'Inspector.3', 'Inspector.4', 'prowler:inspector2_is_enabled'],
  params: {
    resourceTypes: {
      type: 'strings',
      default: ['EC2', 'ECR', 'LAMBDA'],
      description: { en: 'What must be scanned', ja: '検査すべき対象' },
    },
  },
  evaluate(enabler, { resourceTypes }) {
    const missing = resourceTypes.filter((wanted) => !any(enabler.resourceTypes, (type) => type === wanted));
    if (missing.length === 0) return pass();
    return fail({
      en: `${enabler.name} does not scan ${missing.join(', ')}`,
      ja: `${enabler.name} は ${missing.join('・')} を検査しません`,
    });
  },
  examples: [
    fails(
      'instances only',
      `data "aws_caller_identity" "current" {}
resource "aws_inspector2_enabler" "main" {
  account_ids    = [data.aws_caller_identity.current.account_id]
  resource_types = ["EC2"]
}`,
    ),
    passes(
      'all three',
      `data "aws_caller_identity" "current" {}
resource "aws_inspector2_enabler" "main" {
  account_ids    = [data.aws_caller_identity.current.account_id]
  resource_types = ["EC2", "ECR", "LAMBDA", "LAMBDA_CODE"]
}`,
    ),
    passes(
      'a house without functions',
      `data "aws_caller_identity" "current" {}
resource "aws_inspector2_enabler" "main" {
  account_ids    = [data.aws_caller_identity.current.account_id]
  resource_types = ["EC2", "ECR"]
}`,
      { params: { resourceTypes: ['EC2', 'ECR'] } },
    ),
  ],
});
