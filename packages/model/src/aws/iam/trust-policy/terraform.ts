import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform, explicit, policyOf } from '../../../code/index.ts';
import { renderedDocument } from '../policy-document.ts';
import type { TrustPolicy } from './shape.ts';

/** A document by itself may be a trust policy; its actions (`sts:AssumeRole…`) tell. */
export const terraform = defineTerraform<TrustPolicy>({
  types: ['aws_iam_role', 'data.aws_iam_policy_document'],
  identity: ['name', 'arn'],
  read(block, context): FieldsOf<TrustPolicy> {
    const isDocument = block.resource?.mode === 'data';
    return {
      standsAlone: explicit(!isDocument || !context.isUsed(block), block.place),
      document: isDocument ? renderedDocument(block) : policyOf(block, 'assume_role_policy'),
    };
  },
});
