import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, mapLeaf } from '../../../code/index.ts';
import type { AgentNames } from '../agents.ts';
import { managedAgents } from '../agents.ts';
import type { Detector } from './shape.ts';

const agentNames: AgentNames = { title: 'name', status: 'status', additional: 'additional_configuration' };

export const terraform = defineTerraform<Detector>({
  types: ['aws_guardduty_detector'],
  satellites: { aws_guardduty_detector_feature: 'detector_id', aws_guardduty_organization_configuration: 'detector_id' },
  identity: ['id'],
  read(detector, context) {
    const sources = detector.block('datasources');
    const volumes = sources.block('malware_protection').block('scan_ec2_instance_with_findings').block('ebs_volumes');
    return {
      isEnabled: detector.boolean('enable', { default: true }),
      watchesS3: feature(['S3_DATA_EVENTS'], context, legacy(sources.block('s3_logs'))),
      watchesEksAudit: feature(['EKS_AUDIT_LOGS'], context, legacy(sources.block('kubernetes').block('audit_logs'))),
      watchesRuntime: feature(['RUNTIME_MONITORING', 'EKS_RUNTIME_MONITORING'], context, byDefault(false, detector.place)),
      managedAgents: managedAgents(context.satellites('aws_guardduty_detector_feature'), detector, agentNames),
      scansVolumes: feature(['EBS_MALWARE_PROTECTION'], context, legacy(volumes)),
      watchesLambda: feature(['LAMBDA_NETWORK_LOGS'], context, byDefault(true, detector.place)),
      watchesDatabaseLogins: feature(['RDS_LOGIN_EVENTS'], context, byDefault(true, detector.place)),
      enrollsOrganization: enrollsOrganization(context.satellite('aws_guardduty_organization_configuration')),
    };
  },
});

/** The feature resource decides; without one the older block of the detector does. */
function feature(names: readonly string[], context: ReaderContext, otherwise: Leaf<boolean>): Leaf<boolean> {
  const features = context.satellites('aws_guardduty_detector_feature').map((block) => ({ block, title: block.string('name') }));
  const named = features.filter(({ title }) => title.value !== undefined && names.includes(title.value));
  const states = named.map(({ block }) => status(block));
  const known = states.find(({ value }) => value === true) ?? states[0];
  if (known) return known;
  const hidden = features.find(({ title }) => title.state === 'unresolved')?.title;
  return hidden ? mapLeaf(hidden, () => false) : otherwise;
}

function status(block: BlockReader): Leaf<boolean> {
  return mapLeaf(block.string('status', { required: true }), (value) => value === 'ENABLED');
}

function legacy(source: BlockReader): Leaf<boolean> {
  return source.boolean('enable', { default: true });
}

/** `ALL` or `NEW` members; before version 5 of the provider a switch. */
function enrollsOrganization(configuration: BlockReader): Leaf<boolean> {
  const members = configuration.string('auto_enable_organization_members');
  if (members.state === 'absent') return configuration.boolean('auto_enable', { default: false });
  return mapLeaf(members, (value) => value !== 'NONE');
}
