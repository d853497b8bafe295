/** Answers of the Cloud SQL Admin API in the words of the Terraform provider. Source: Cloud SQL Admin API v1 reference, read 2026-11-22. */
import type { Json, LiveSource } from '../../live/index.ts';
import { Missing, memberOf, textOf } from '../../live/index.ts';
import { flagAt, gcpSources, membersInTerms } from '../inventory/index.ts';

const PASSWORD = 'the API does not say whether a user has a password';

export const live: readonly LiveSource[] = gcpSources('sqladmin.googleapis.com', {
  instances: {
    asset: 'Instance',
    items: 'items',
    type: 'google_sql_database_instance',
    id: (body, account) => instance(textOf(body, 'project') ?? account, textOf(body, 'name')),
    properties({ body }) {
      const settings = memberOf(body, 'settings');
      const network = memberOf(settings, 'ipConfiguration');
      return {
        encryption_key_name: textOf(body, 'diskEncryptionConfiguration.kmsKeyName'),
        // Only Terraform's own switch; the one of Cloud SQL is in the settings.
        deletion_protection: flagAt(settings, 'deletionProtectionEnabled'),
        settings: {
          ...membersInTerms(settings),
          ip_configuration: { ...membersInTerms(network), ipv4_enabled: flagAt(network, 'ipv4Enabled') },
          deletion_protection_enabled: flagAt(settings, 'deletionProtectionEnabled'),
        },
      };
    },
  },
  users: {
    items: 'items',
    type: 'google_sql_user',
    id: (body, account) =>
      `${instance(textOf(body, 'project') ?? account, textOf(body, 'instance'))}/users/${textOf(body, 'name') ?? ''}@${textOf(body, 'host') ?? ''}`,
    properties: ({ body, context }) => ({
      instance: instance(textOf(body, 'project') ?? context.account, textOf(body, 'instance')),
      name: textOf(body, 'name') ?? '',
      password: undefined,
      password_wo: isOfIam(body) ? 'none: IAM decides' : new Missing(PASSWORD),
    }),
  },
});

function instance(project: string, name: string | undefined): string {
  return `//cloudsql.googleapis.com/projects/${project}/instances/${name ?? ''}`;
}

/** Users, service accounts and groups of IAM have no passwords that could be empty. */
function isOfIam(user: Json): boolean {
  return textOf(user, 'type')?.startsWith('CLOUD_IAM_') === true;
}
