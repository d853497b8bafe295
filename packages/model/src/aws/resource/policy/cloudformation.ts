import { defineCloudFormation, policyOf } from '../../../code/index.ts';
import type { ResourcePolicy } from './shape.ts';

export const cloudformation = defineCloudFormation<ResourcePolicy>({
  types: [
    'AWS::CodeArtifact::Domain',
    'AWS::CodeArtifact::Repository',
    'AWS::ECR::RegistryPolicy',
    'AWS::EventSchemas::RegistryPolicy',
    'AWS::Kinesis::ResourcePolicy',
    'AWS::MSK::ClusterPolicy',
    'AWS::VpcLattice::AuthPolicy',
    'AWS::VpcLattice::ResourcePolicy',
  ],
  identity: ['DomainName', 'RepositoryName'],
  read: (policy) => ({
    document: policyOf(policy, attributes[policy.resource?.type ?? ''] ?? 'Policy'),
  }),
});

/** Properties that hold the document, where it is not `Policy`. */
const attributes: Readonly<Record<string, string>> = {
  'AWS::CodeArtifact::Domain': 'PermissionsPolicyDocument',
  'AWS::CodeArtifact::Repository': 'PermissionsPolicyDocument',
  'AWS::ECR::RegistryPolicy': 'PolicyText',
  'AWS::Kinesis::ResourcePolicy': 'ResourcePolicy',
};
