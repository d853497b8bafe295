import type { Leaf } from '../../../code/index.ts';
import { absent, defineTerraform, explicit, remarkOf } from '../../../code/index.ts';
import type { DatedBinding } from './shape.ts';

/** Source: hashicorp/google provider documentation of the IAM resources, read 2026-11-22. */
export const terraform = defineTerraform<DatedBinding>({
  types: [
    'google_project_iam_member',
    'google_project_iam_binding',
    'google_folder_iam_member',
    'google_folder_iam_binding',
    'google_organization_iam_member',
    'google_organization_iam_binding',
    'google_service_account_iam_member',
    'google_service_account_iam_binding',
    'google_storage_bucket_iam_member',
    'google_storage_bucket_iam_binding',
  ],
  read(binding) {
    const condition = binding.block('condition');
    return {
      ruleName: condition.text('title'),
      description: condition.text('description'),
      remark: remarkOf(binding),
      lastDay: lastDayOf(condition.string('expression')),
    };
  },
});

/** `request.time < timestamp("2026-03-31T15:00:00Z")`: the day of the time is the last one. Other conditions end never. */
function lastDayOf(expression: Leaf<string | undefined>): Leaf<string | undefined> {
  if (expression.value === undefined) return expression;
  const day = /request\.time\s*<=?\s*timestamp\(\s*["'](\d{4}-\d{2}-\d{2})T/.exec(expression.value)?.[1];
  return day === undefined ? absent(expression.place) : explicit(day, expression.place);
}
