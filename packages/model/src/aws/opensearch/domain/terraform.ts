import { defineTerraform, firstPresent, policyOf } from '../../../code/index.ts';
import type { SearchDomain } from './shape.ts';

export const terraform = defineTerraform<SearchDomain>({
  types: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
  satellites: { aws_opensearch_domain_policy: 'domain_name', aws_elasticsearch_domain_policy: 'domain_name' },
  identity: ['domain_name'],
  read(domain, context) {
    const policy = firstPresent(
      context.satellite('aws_opensearch_domain_policy'),
      context.satellite('aws_elasticsearch_domain_policy'),
      domain,
    );
    return {
      encryptionAtRest: domain.block('encrypt_at_rest').boolean('enabled', { default: false }),
      isInVpc: domain.has('vpc_options'),
      accessPolicy: policyOf(policy, 'access_policies'),
    };
  },
});
