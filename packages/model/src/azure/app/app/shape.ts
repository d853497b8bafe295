/** A web app, function app or a slot of one. Source: Azure App Service documentation and template reference of Microsoft.Web/sites, read 2026-11-22. */
export interface App {
  readonly isFunction: boolean;
  /** Redirects HTTP. Default false. */
  readonly isHttpsOnly: boolean;
  /** Default 1.2. */
  readonly minTlsVersion: string;
  /** `AllAllowed`, `FtpsOnly` or `Disabled`. */
  readonly ftps: string;
  /** App Service asks users to log in before the app is reached. */
  readonly hasAuthentication: boolean;
  readonly hasIdentity: boolean;
  readonly asksClientCertificates: boolean;
  readonly hasHttp2: boolean;
  readonly hasRemoteDebugging: boolean;
  /** Default true. */
  readonly isPublic: boolean;
  /** Origins whose scripts may read answers. */
  readonly corsOrigins: readonly string[];
  /** Logs of HTTP requests kept by the app itself. */
  readonly hasHttpLogs: boolean;
  /** Categories that diagnostic settings collect. */
  readonly loggedCategories: readonly string[];
  readonly hasDetailedErrors: boolean;
  readonly hasRequestTracing: boolean;
  /** Functions: logs to a storage account. Default true. */
  readonly hasBuiltinLogging: boolean;
  readonly healthCheckPath: string | undefined;
  readonly isAlwaysOn: boolean;
  /** Instances; undefined: the plan says. */
  readonly workers: number | undefined;
  /** Publishing with user name and password over FTP or over HTTPS (SCM). */
  readonly allowsFtpPasswords: boolean;
  readonly allowsScmPasswords: boolean;
  /** Languages that are written, with their version. */
  readonly runtimes: readonly Runtime[];
  /** Functions: version of the host, such as `~4`. */
  readonly functionsVersion: string | undefined;
  /** Roles that administer, held by the app's identity. */
  readonly adminRoles: readonly string[];
}

export interface Runtime {
  /** `php`, `python`, `java`, `node` or `dotnet`. */
  readonly language: string;
  /** `8.3`, `22-lts`, `v8.0` … */
  readonly version: string;
}
