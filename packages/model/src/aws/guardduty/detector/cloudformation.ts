import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, mapLeaf, outside } from '../../../code/index.ts';
import type { AgentNames } from '../agents.ts';
import { managedAgents } from '../agents.ts';
import type { Detector } from './shape.ts';

const agentNames: AgentNames = { title: 'Name', status: 'Status', additional: 'AdditionalConfiguration' };

/** Source: CloudFormation template reference, AWS::GuardDuty::Detector, read 2026-11-22. */
export const cloudformation = defineCloudFormation<Detector>({
  types: ['AWS::GuardDuty::Detector'],
  read(detector) {
    const sources = detector.block('DataSources');
    const volumes = sources.block('MalwareProtection').block('ScanEc2InstanceWithFindings');
    return {
      isEnabled: detector.boolean('Enable', { default: true }),
      watchesS3: feature(detector, ['S3_DATA_EVENTS'], sources.block('S3Logs').boolean('Enable', { default: true })),
      watchesEksAudit: feature(
        detector,
        ['EKS_AUDIT_LOGS'],
        sources.block('Kubernetes').block('AuditLogs').boolean('Enable', { default: true }),
      ),
      watchesRuntime: feature(detector, ['RUNTIME_MONITORING', 'EKS_RUNTIME_MONITORING'], byDefault(false, detector.place)),
      managedAgents: managedAgents(detector.blocks('Features').readers, detector, agentNames),
      scansVolumes: feature(detector, ['EBS_MALWARE_PROTECTION'], volumes.boolean('EbsVolumes', { default: true })),
      watchesLambda: feature(detector, ['LAMBDA_NETWORK_LOGS'], byDefault(true, detector.place)),
      watchesDatabaseLogins: feature(detector, ['RDS_LOGIN_EVENTS'], byDefault(true, detector.place)),
      enrollsOrganization: outside('a template cannot enroll the accounts of an organization', detector.place),
    };
  },
});

/** The list of features decides; without an entry the older block does. */
function feature(detector: BlockReader, names: readonly string[], otherwise: Leaf<boolean>): Leaf<boolean> {
  const { readers, rest } = detector.blocks('Features');
  const features = readers.map((block) => ({ block, title: block.string('Name') }));
  const named = features.filter(({ title }) => title.value !== undefined && names.includes(title.value));
  const states = named.map(({ block }) => mapLeaf(block.string('Status', { required: true }), (value) => value === 'ENABLED'));
  const known = states.find(({ value }) => value === true) ?? states[0];
  if (known) return known;
  const hidden = features.find(({ title }) => title.state === 'unresolved')?.title;
  return hidden ? mapLeaf(hidden, () => false) : (rest ?? otherwise);
}
