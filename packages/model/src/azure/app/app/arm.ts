import type { BlockReader, FieldsOf, Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineArm, firstPresent, present } from '../../../code/index.ts';
import { hasIdentity, isEnabled, isSeen, loggedCategories, mapLeaf } from '../../core/index.ts';
import { adminRolesOf } from '../admin-roles.ts';
import { runtimeOfText, runtimesIn } from '../runtimes.ts';
import type { App, Runtime } from './shape.ts';

const types = ['Microsoft.Web/sites', 'Microsoft.Web/sites/slots'];
const configs = ['Microsoft.Web/sites/config', 'Microsoft.Web/sites/slots/config'];
const policies = ['Microsoft.Web/sites/basicPublishingCredentialsPolicies', 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies'];

const kinds = [
  ...['web', 'appsettings', 'authsettings', 'authsettingsv2', 'azurestorageaccounts', 'backup', 'connectionstrings', 'logs'],
  ...['metadata', 'pushsettings', 'slotconfignames', 'ftp', 'scm'],
];

/** Source: Azure template reference of Microsoft.Web/sites, read 2026-11-22: `siteConfig` and the children `config/web`, `config/logs` … say the same things. */
export const arm = defineArm<App>({
  types,
  satellites: Object.fromEntries([...configs, ...policies].map((type) => [type, 'parent'])),
  identity: ['name'],
  read(app, context): FieldsOf<App> {
    const properties = app.block('properties');
    const own = [config(context, 'web'), properties.block('siteConfig')] as const;
    const site = (name: string): BlockReader => own.find((block) => block.value(name) !== undefined) ?? own[1];
    return {
      ...logs(app, context),
      isFunction: isFunction(app),
      isHttpsOnly: properties.boolean('httpsOnly', { default: false }),
      minTlsVersion: site('minTlsVersion').string('minTlsVersion', { default: '1.2' }),
      ftps: site('ftpsState').string('ftpsState', { default: 'AllAllowed' }),
      hasAuthentication: authentication(context),
      hasIdentity: hasIdentity(app),
      asksClientCertificates: properties.boolean('clientCertEnabled', { default: false }),
      hasHttp2: site('http20Enabled').boolean('http20Enabled', { default: false }),
      hasRemoteDebugging: site('remoteDebuggingEnabled').boolean('remoteDebuggingEnabled', { default: false }),
      isPublic: publicAccess(properties, site('publicNetworkAccess')),
      corsOrigins: site('cors').block('cors').strings('allowedOrigins'),
      healthCheckPath: site('healthCheckPath').string('healthCheckPath'),
      isAlwaysOn: site('alwaysOn').boolean('alwaysOn', { default: false }),
      workers: site('numberOfWorkers').number('numberOfWorkers', { default: 1 }),
      allowsFtpPasswords: passwords(context, 'ftp'),
      allowsScmPasswords: passwords(context, 'scm'),
      runtimes: runtimes(own),
      functionsVersion: functionsVersion(own, config(context, 'appsettings')),
      adminRoles: adminRolesOf(app, context, types),
    };
  },
});

/** Properties of the child `config/NAME`. */
function config(context: ReaderContext, name: string): BlockReader {
  return child(context, configs, name).block('properties');
}

function child(context: ReaderContext, ofTypes: readonly string[], name: string): BlockReader {
  const all = ofTypes.flatMap((type) => context.satellites(type));
  // One that was not collected may be any of them.
  const found = all.find((each) => isSeen(each) && kindOf(each) === name.toLowerCase()) ?? all.find((each) => !isSeen(each));
  return found ?? nothing(context, ofTypes);
}

/** What a child configures: the last part of its name. One of no documented name is the configuration of the site itself. */
function kindOf(each: BlockReader): string {
  const name = each.text('name').value?.toLowerCase() ?? '';
  const kind = name.slice(name.lastIndexOf('/') + 1);
  return kinds.includes(kind) ? kind : 'web';
}

/** A place where such a child is missing. */
function nothing(context: ReaderContext, ofTypes: readonly string[]): BlockReader {
  return context.satellite(`no ${ofTypes[0] ?? ''}`);
}

function isFunction(app: BlockReader): Leaf<boolean> {
  if (!app.resource) return byDefault(false, app.place); // a configuration alone: of a web app, as far as anybody can see
  const kind = app.string('kind');
  if (kind.state === 'absent') return byDefault(false, kind.place);
  return mapLeaf(kind, (text) => text?.toLowerCase().includes('functionapp') === true);
}

type Logs = 'hasHttpLogs' | 'loggedCategories' | 'hasDetailedErrors' | 'hasRequestTracing' | 'hasBuiltinLogging';

function logs(app: BlockReader, context: ReaderContext): Pick<FieldsOf<App>, Logs> {
  const written = config(context, 'logs');
  const site = firstPresent(config(context, 'web'), app.block('properties').block('siteConfig'));
  return {
    hasHttpLogs: httpLogs(written, site),
    loggedCategories: loggedCategories(app, context, types),
    hasDetailedErrors: eitherEnabled(
      written.block('detailedErrorMessages').boolean('enabled'),
      site.boolean('detailedErrorLoggingEnabled'),
    ),
    hasRequestTracing: eitherEnabled(written.block('failedRequestsTracing').boolean('enabled'), site.boolean('requestTracingEnabled')),
    hasBuiltinLogging: byDefault(true, app.place),
  };
}

function httpLogs(written: BlockReader, site: BlockReader): Leaf<boolean> {
  const kept = written.block('httpLogs');
  const [files, blobs] = [kept.block('fileSystem').boolean('enabled'), kept.block('azureBlobStorage').boolean('enabled')];
  return eitherEnabled(files.value === true ? files : blobs, site.boolean('httpLoggingEnabled'));
}

/** The first that is written; neither is off. */
function eitherEnabled(first: Leaf<boolean | undefined>, second: Leaf<boolean | undefined>): Leaf<boolean> {
  return present(first) ?? present(second) ?? byDefault(false, second.place);
}

function authentication(context: ReaderContext): Leaf<boolean> {
  const v2 = config(context, 'authsettingsV2');
  return v2.exists
    ? v2.block('platform').boolean('enabled', { default: false })
    : config(context, 'authsettings').boolean('enabled', { default: false });
}

function publicAccess(properties: BlockReader, site: BlockReader): Leaf<boolean> {
  const owner = properties.value('publicNetworkAccess') === undefined ? site : properties;
  return isEnabled(owner, 'publicNetworkAccess', true);
}

function passwords(context: ReaderContext, name: string): Leaf<boolean> {
  return child(context, policies, name).block('properties').boolean('allow', { default: true });
}

function runtimes(own: readonly BlockReader[]): ListNode<Runtime> {
  const items = own.flatMap((site) => [
    ...runtimesIn(site, {
      phpVersion: 'php',
      pythonVersion: 'python',
      javaVersion: 'java',
      nodeVersion: 'node',
      netFrameworkVersion: 'dotnet',
    }),
    ...runtimeOfText(site, 'linuxFxVersion'),
    ...runtimeOfText(site, 'windowsFxVersion'),
  ]);
  const unseen = own.find((site) => site.uncertain)?.missing('linuxFxVersion') ?? null;
  return { node: 'list', items, rest: unseen, place: own[own.length - 1]?.place ?? { range: null, via: null } };
}

/** An app setting, in the configuration or as a child of its own. */
function functionsVersion(own: readonly BlockReader[], settings: BlockReader): Leaf<string | undefined> {
  const name = 'FUNCTIONS_EXTENSION_VERSION';
  const listed = own.flatMap((site) => site.blocks('appSettings').readers).find((each) => each.string('name').value === name);
  return listed ? listed.string('value') : settings.string(name);
}
