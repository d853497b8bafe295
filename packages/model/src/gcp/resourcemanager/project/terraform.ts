import type { BlockReader, ListNode, ObjectNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { AuditConfig, AuditLog, Project } from './shape.ts';

export const terraform = defineTerraform<Project>({
  types: ['google_project'],
  satellites: { google_project_iam_audit_config: 'project' },
  identity: ['project_id', 'name'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    hasDefaultNetwork: block.boolean('auto_create_network', { default: true }),
    auditConfigs: auditConfigs(block, context),
  }),
});

function auditConfigs(block: BlockReader, context: ReaderContext): ListNode<AuditConfig> {
  const inherited = block.resource
    ? [...context.all('google_organization_iam_audit_config'), ...context.all('google_folder_iam_audit_config')].slice(0, MAX_INHERITED)
    : [];
  const blocks = [...context.satellites('google_project_iam_audit_config'), ...inherited];
  const items = blocks.map((config) => ({ node: auditConfig(config), uncertain: config.uncertain }));
  return { node: 'list', items, rest: null, place: block.place };
}

/** Of folders and organizations: more than anybody writes beside a project. */
const MAX_INHERITED = 100;

function auditConfig(config: BlockReader): ObjectNode<AuditConfig> {
  const logs = config.list<AuditLog>('audit_log_config', (log) =>
    object<AuditLog>({ logType: log.string('log_type', { required: true }), exempted: log.strings('exempted_members') }, log.place),
  );
  return object<AuditConfig>({ service: config.string('service', { required: true }), logs }, config.place);
}
