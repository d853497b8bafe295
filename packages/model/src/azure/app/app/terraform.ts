import type { BlockReader, FieldsOf, Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit, firstPresent, outside } from '../../../code/index.ts';
import { hasIdentity, loggedCategories, writtenName } from '../../core/index.ts';
import { adminRolesOf } from '../admin-roles.ts';
import { runtimeOfText, runtimesIn } from '../runtimes.ts';
import type { App, Runtime } from './shape.ts';

const types = [
  'azurerm_app_service',
  'azurerm_app_service_slot',
  'azurerm_linux_web_app',
  'azurerm_linux_web_app_slot',
  'azurerm_windows_web_app',
  'azurerm_windows_web_app_slot',
  'azurerm_function_app',
  'azurerm_function_app_slot',
  'azurerm_linux_function_app',
  'azurerm_linux_function_app_slot',
  'azurerm_windows_function_app',
  'azurerm_windows_function_app_slot',
];

/**
 * Source: hashicorp/azurerm documentation of the resources named, read 2026-11-22. Those without a system in their name are of version 2 and 3:
 * they leave FTP open and apps asleep unless told otherwise.
 */
export const terraform = defineTerraform<App>({
  types,
  identity: ['name'],
  read(app, context): FieldsOf<App> {
    const type = app.resource?.type ?? '';
    const isOld = !/_(linux|windows)_/.test(type);
    const site = app.block('site_config');
    return {
      ...logs(app, context),
      isFunction: explicit(type.includes('function'), app.place),
      isHttpsOnly: app.boolean('https_only', { default: false }),
      minTlsVersion: site.string(writtenName(site, 'minimum_tls_version', 'min_tls_version'), { default: '1.2' }),
      ftps: site.string('ftps_state', { default: isOld ? 'AllAllowed' : 'Disabled' }),
      hasAuthentication: authentication(app),
      hasIdentity: hasIdentity(app),
      asksClientCertificates: clientCertificates(app),
      hasHttp2: site.boolean('http2_enabled', { default: false }),
      hasRemoteDebugging: site.boolean('remote_debugging_enabled', { default: false }),
      isPublic: app.boolean('public_network_access_enabled', { default: true }),
      corsOrigins: site.block('cors').strings('allowed_origins'),
      healthCheckPath: site.string('health_check_path'),
      isAlwaysOn: site.boolean('always_on', { default: !isOld && !type.includes('function') }),
      workers: workers(site),
      allowsFtpPasswords: app.boolean('ftp_publish_basic_authentication_enabled', { default: true }),
      allowsScmPasswords: app.boolean('webdeploy_publish_basic_authentication_enabled', { default: true }),
      runtimes: runtimes(site),
      functionsVersion: app.string(writtenName(app, 'functions_extension_version', 'version')),
      adminRoles: adminRolesOf(app, context, types),
    };
  },
});

type Logs = 'hasHttpLogs' | 'loggedCategories' | 'hasDetailedErrors' | 'hasRequestTracing' | 'hasBuiltinLogging';

function logs(app: BlockReader, context: ReaderContext): Pick<FieldsOf<App>, Logs> {
  const written = app.block('logs');
  return {
    hasHttpLogs: written.has('http_logs'),
    loggedCategories: loggedCategories(app, context, types),
    hasDetailedErrors: written.boolean(writtenName(written, 'detailed_error_messages', 'detailed_error_messages_enabled'), {
      default: false,
    }),
    hasRequestTracing: written.boolean(writtenName(written, 'failed_request_tracing', 'failed_request_tracing_enabled'), {
      default: false,
    }),
    hasBuiltinLogging: app.boolean(writtenName(app, 'builtin_logging_enabled', 'enable_builtin_logging'), { default: true }),
  };
}

/** Not written: the plan says. */
function workers(site: BlockReader): Leaf<number | undefined> {
  const written = site.number(writtenName(site, 'worker_count', 'number_of_workers'));
  return written.state === 'absent' ? outside('the plan says', written.place) : written;
}

function authentication(app: BlockReader): Leaf<boolean> {
  const settings = firstPresent(app.block('auth_settings_v2'), app.block('auth_settings'));
  return settings.boolean(writtenName(settings, 'auth_enabled', 'enabled'), { default: false });
}

/** Older function apps have a mode only: `Required` asks. */
function clientCertificates(app: BlockReader): Leaf<boolean> {
  return app.boolean(writtenName(app, 'client_certificate_enabled', 'client_cert_enabled'), { default: false });
}

function runtimes(site: BlockReader): ListNode<Runtime> {
  const stack = site.block('application_stack');
  return {
    node: 'list',
    items: [
      ...runtimesIn(stack, {
        php_version: 'php',
        python_version: 'python',
        java_version: 'java',
        node_version: 'node',
        dotnet_version: 'dotnet',
        dotnet_core_version: 'dotnet',
      }),
      ...runtimesIn(site, { php_version: 'php', python_version: 'python', java_version: 'java', dotnet_framework_version: 'dotnet' }),
      ...runtimeOfText(site, 'linux_fx_version'),
    ],
    rest: null,
    place: stack.place,
  };
}
